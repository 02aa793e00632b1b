import { useT } from "@shared/i18n";
import { phone } from "@shared/lib/phone";
import { Field } from "@shared/ui/Form";
import type { Identity } from "./identity";

export function IdentityFields({
  value,
  onChange,
}: {
  value: Identity;
  onChange: (value: Identity) => void;
}) {
  const t = useT();
  return (
    <>
      <Field
        label={t("session.student_id")}
        name="student_id"
        inputMode="numeric"
        autoComplete="username"
        maxLength={12}
        placeholder="202612345"
        value={value.studentId}
        onChange={(event) => onChange({ ...value, studentId: event.target.value })}
      />
      <Field
        label={t("session.name")}
        name="name"
        autoComplete="name"
        maxLength={40}
        placeholder={t("session.name_example")}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
      />
      <Field
        label={t("session.phone")}
        name="phone_number"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        placeholder="010-1234-5678"
        value={value.phone}
        onChange={(event) => onChange({ ...value, phone: phone(event.target.value) })}
      />
    </>
  );
}
