import { isProblem } from "@shared/api/problem";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { type FieldErrors, Form } from "@shared/ui/Form";
import { Notice } from "@shared/ui/States";
import { useState } from "react";
import { IdentityFields } from "./IdentityFields";
import { type Identity, problemsOf, spoken, toBody } from "./identity";
import { useLogIn } from "./useLogIn";

interface Props {
  identity: Identity;
  onIdentity: (identity: Identity) => void;
  onStuck: () => void;
}

/** Student id, name and phone: known people come in, new ones are registered. */
export function StudentLogIn({ identity, onIdentity, onStuck }: Props) {
  const t = useT();
  const logIn = useLogIn();
  const [errors, setErrors] = useState<FieldErrors>({});
  const refused = isProblem(logIn.error, "not_on_roster", "identity_mismatch");

  const submit = () => {
    const problems = problemsOf(identity);
    setErrors(spoken(problems, t));
    if (Object.keys(problems).length === 0) logIn.mutate(toBody(identity));
  };

  return (
    <Form onSubmit={submit} errors={errors} problem={refused ? null : logIn.error}>
      <IdentityFields value={identity} onChange={onIdentity} />
      {refused && (
        <Notice
          tone="danger"
          action={
            <Button className="shrink-0" onClick={onStuck}>
              {t("session.ask_for_help")}
            </Button>
          }
        >
          {logIn.error?.message}
        </Notice>
      )}
      <Button type="submit" look="primary" size="lg" wide busy={logIn.isPending}>
        {t("session.enter")}
      </Button>
    </Form>
  );
}
