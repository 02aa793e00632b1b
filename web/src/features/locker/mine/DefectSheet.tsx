import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { type FieldErrors, Form, TextArea } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useReportDefect } from "../api/useMyLocker";

export function DefectSheet({ id, open, onClose }: { id: number; open: boolean; onClose: () => void }) {
  const t = useT();
  const report = useReportDefect();
  const [description, setDescription] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});

  const send = () => {
    const empty = description.trim() === "";
    setErrors(empty ? { description: [t("locker.defect.empty")] } : {});
    if (empty) return;
    report.mutate(
      { id, description: description.trim() },
      {
        onSuccess: () => {
          toast(t("locker.defect.sent"));
          setDescription("");
          onClose();
        },
      },
    );
  };

  return (
    <Sheet open={open} onClose={onClose} title={t("locker.defect.title", { id })}>
      <p className="mt-1 mb-5 text-[15px] text-ink-2">{t("locker.defect.about")}</p>
      <Form onSubmit={send} errors={errors} problem={report.error}>
        <TextArea
          label={t("locker.defect.description")}
          name="description"
          maxLength={500}
          placeholder={t("locker.defect.example")}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <Button type="submit" size="lg" look="primary" wide busy={report.isPending}>
          {t("locker.defect.send")}
        </Button>
      </Form>
    </Sheet>
  );
}
