import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { type FieldErrors, Form, TextArea } from "@shared/ui/Form";
import { useState } from "react";

interface Props {
  open: boolean;
  title: string;
  about: string;
  action: string;
  danger?: boolean;
  problem: unknown;
  busy: boolean;
  onClose: () => void;
  onSend: (reason: string) => void;
}

/** Asks for the reason that will stand in the history. */
export function ReasonSheet({ open, title, about, action, danger, problem, busy, onClose, onSend }: Props) {
  const t = useT();
  const [reason, setReason] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});
  const send = () => {
    const empty = reason.trim() === "";
    setErrors(empty ? { reason: [t("locker.admin.reason_empty")] } : {});
    if (!empty) onSend(reason.trim());
  };
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <p className="mt-1 mb-5 text-[15px] text-ink-2">{about}</p>
      <Form onSubmit={send} errors={errors} problem={problem}>
        <TextArea
          label={t("locker.admin.reason")}
          name="reason"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" size="lg" look={danger ? "danger" : "primary"} wide busy={busy}>
          {action}
        </Button>
      </Form>
    </Sheet>
  );
}
