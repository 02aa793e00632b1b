import { useT } from "@shared/i18n";
import { useCommunity } from "@shared/session/useCommunity";
import { Button } from "@shared/ui/Button";
import { Card, Tag } from "@shared/ui/Card";
import { Mark } from "@shared/ui/Mark";
import { LanguageSwitch } from "@shared/ui/Preferences";
import { Tabs } from "@shared/ui/Tabs";
import { useEffect, useState } from "react";
import { AccessSheet } from "./AccessSheet";
import type { Identity } from "./identity";
import { PasswordLogIn } from "./PasswordLogIn";
import { StudentLogIn } from "./StudentLogIn";

const NOBODY: Identity = { studentId: "", name: "", phone: "" };

/** Whoever gets in is led on by the app as soon as it knows them. */
export function LogInPage() {
  const t = useT();
  const community = useCommunity().data;
  const [identity, setIdentity] = useState(NOBODY);
  const [stuck, setStuck] = useState(false);

  useEffect(() => {
    document.title = `${t("session.title")} · ${t("shared.app")}`;
  }, [t]);

  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-[440px] flex-col px-5 pt-10 pb-8 sm:justify-center"
    >
      <header className="mb-7">
        <div className="mb-5 flex items-center gap-2.5">
          <Mark size={40} />
          <span className="text-lg font-extrabold tracking-tight">{community?.name ?? t("shared.app")}</span>
          {community?.demo && <Tag tone="accent">{t("session.demo")}</Tag>}
          <span className="flex-1" />
          <LanguageSwitch />
        </div>
        <h1 className="text-[30px] leading-tight whitespace-pre-line">{t("session.welcome")}</h1>
        <p className="mt-2 text-ink-2">
          {community?.roster === "closed" ? t("session.about_closed") : t("session.about_open")}
        </p>
      </header>
      <Card className="p-5">
        <Tabs
          label={t("session.ways")}
          tabs={[
            {
              value: "student",
              label: t("session.by_student_id"),
              content: (
                <StudentLogIn identity={identity} onIdentity={setIdentity} onStuck={() => setStuck(true)} />
              ),
            },
            {
              value: "password",
              label: t("session.by_password"),
              content: <PasswordLogIn />,
            },
          ]}
        />
      </Card>
      <Button look="quiet" className="mt-3 self-center" onClick={() => setStuck(true)}>
        {t("session.stuck")}
      </Button>
      <AccessSheet
        open={stuck}
        onClose={() => setStuck(false)}
        identity={identity}
        onIdentity={setIdentity}
      />
    </main>
  );
}
