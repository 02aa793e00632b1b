import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Field, type FieldErrors, Form } from "@shared/ui/Form";
import { useState } from "react";
import { useLogIn } from "./useLogIn";

export function PasswordLogIn() {
  const t = useT();
  const logIn = useLogIn();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});

  const submit = () => {
    const missing: FieldErrors = {
      ...(login.trim() === "" && { login: [t("session.error.login")] }),
      ...(password === "" && { password: [t("session.error.password")] }),
    };
    setErrors(missing);
    if (Object.keys(missing).length === 0) logIn.mutate({ login: login.trim(), password });
  };

  return (
    <Form onSubmit={submit} errors={errors} problem={logIn.error}>
      <Field
        label={t("session.login")}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <Field
        label={t("session.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" look="primary" size="lg" wide busy={logIn.isPending}>
        {t("session.enter")}
      </Button>
    </Form>
  );
}
