import type { AdminTerm } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Field, type FieldErrors, Form } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useSaveTerm } from "./api/useTerms";
import { bodyOf, formOf, MOMENTS, termProblems } from "./termForm";

const OPTIONAL: readonly string[] = ["ends_at", "renewal_opens_at", "renewal_closes_at"];

export function TermSheet({ term, onClose }: { term: AdminTerm | null; onClose: () => void }) {
  const t = useT();
  const save = useSaveTerm();
  const [form, setForm] = useState(() => formOf(term));
  const [errors, setErrors] = useState<FieldErrors>({});

  const send = () => {
    const problems = termProblems(form);
    setErrors(Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, [t(key)]])));
    if (Object.keys(problems).length > 0) return;
    const body = bodyOf(form, term);
    if (Object.keys(body).length === 0) return onClose();
    save.mutate(
      { id: term?.id ?? null, body },
      {
        onSuccess: () => {
          toast(t("locker.admin.term.saved"));
          onClose();
        },
      },
    );
  };

  return (
    <Sheet open onClose={onClose} title={t(term ? "locker.admin.term.edit" : "locker.admin.term.new")}>
      <Form onSubmit={send} errors={errors} problem={save.error} className="mt-4">
        <Field
          label={t("locker.admin.term.name")}
          name="name"
          maxLength={60}
          placeholder={t("locker.admin.term.name_example")}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        {MOMENTS.map((moment) => (
          <Field
            key={moment}
            label={t(`locker.admin.term.field.${moment}`)}
            {...(OPTIONAL.includes(moment) && { optional: t("shared.optional") })}
            name={moment}
            type="datetime-local"
            step={1}
            value={form[moment]}
            onChange={(event) => setForm({ ...form, [moment]: event.target.value })}
          />
        ))}
        <Button type="submit" size="lg" look="primary" wide busy={save.isPending}>
          {t("locker.admin.save")}
        </Button>
      </Form>
    </Sheet>
  );
}
