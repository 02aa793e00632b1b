import { useT } from "@shared/i18n";
import { digits } from "@shared/lib/phone";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Field, type FieldErrors, Form } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useAssign } from "./api/useLockerCommands";

/** Gives a locker to a named student, for an accessible need or another good reason. */
export function AssignSheet({ id, open, onClose }: { id: number; open: boolean; onClose: () => void }) {
  const t = useT();
  const assign = useAssign();
  const [student, setStudent] = useState("");
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});

  const send = () => {
    const missing: FieldErrors = {
      ...(digits(student).length < 8 && { student_id: [t("locker.admin.assign.student_missing")] }),
      ...(reason.trim() === "" && { reason: [t("locker.admin.reason_empty")] }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    assign.mutate(
      { id, student_id: digits(student), reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t("locker.admin.assign.done", { id }));
          onClose();
        },
      },
    );
  };

  return (
    <Sheet open={open} onClose={onClose} title={t("locker.admin.assign.title", { id })}>
      <p className="mt-1 mb-5 text-[15px] text-ink-2">{t("locker.admin.assign.about")}</p>
      <Form onSubmit={send} errors={errors} problem={assign.error}>
        <Field
          label={t("locker.admin.assign.student")}
          name="student_id"
          inputMode="numeric"
          value={student}
          onChange={(event) => setStudent(event.target.value)}
        />
        <Field
          label={t("locker.admin.reason")}
          name="reason"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" size="lg" look="primary" wide busy={assign.isPending}>
          {t("locker.admin.do.assign")}
        </Button>
      </Form>
    </Sheet>
  );
}
