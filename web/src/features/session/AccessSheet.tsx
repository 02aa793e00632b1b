import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { type FieldErrors, Form, TextArea } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { IdentityFields } from "./IdentityFields";
import { type Identity, problemsOf, spoken, toBody } from "./identity";
import { useRequestAccess } from "./useRequestAccess";

interface Props {
  open: boolean;
  onClose: () => void;
  identity: Identity;
  onIdentity: (identity: Identity) => void;
}

/** "Can't get in?": a person reads it and puts the account right. */
export function AccessSheet({ open, onClose, identity, onIdentity }: Props) {
  const t = useT();
  const request = useRequestAccess();
  const [message, setMessage] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = () => {
    const problems = problemsOf(identity);
    setErrors(spoken(problems, t));
    if (Object.keys(problems).length > 0) return;
    request.mutate(
      { ...toBody(identity), ...(message.trim() && { message: message.trim() }) },
      {
        onSuccess: () => {
          toast(t("session.access.sent"));
          onClose();
        },
      },
    );
  };

  return (
    <Sheet open={open} onClose={onClose} title={t("session.access.title")}>
      <p className="mt-1 mb-5 text-[15px] text-ink-2">{t("session.access.about")}</p>
      <Form onSubmit={submit} errors={errors} problem={request.error}>
        <IdentityFields value={identity} onChange={onIdentity} />
        <TextArea
          label={t("session.access.message")}
          optional={t("shared.optional")}
          name="message"
          maxLength={500}
          placeholder={t("session.access.message_example")}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <Button type="submit" look="primary" size="lg" wide busy={request.isPending}>
          {t("session.access.send")}
        </Button>
      </Form>
    </Sheet>
  );
}
