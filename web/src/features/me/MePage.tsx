import { useProblemText } from "@shared/api/problemText";
import { useT } from "@shared/i18n";
import { phone } from "@shared/lib/phone";
import { useMe } from "@shared/session/useMe";
import { Button } from "@shared/ui/Button";
import { Card, Tag } from "@shared/ui/Card";
import { Page, Section } from "@shared/ui/Page";
import { LanguageChoice, ThemeChoice } from "@shared/ui/Preferences";
import { toast } from "@shared/ui/Toast";
import { LogOut } from "lucide-react";
import { Sessions } from "./Sessions";
import { useLogOut } from "./useLogOut";

export function MePage() {
  const t = useT();
  const textOf = useProblemText();
  const me = useMe().data;
  const logOut = useLogOut();
  if (!me) return null;
  const facts = [
    ["me.student_id", me.student_id],
    ["me.handle", me.handle],
    ["me.phone", me.phone_number && phone(me.phone_number)],
  ] as const;

  return (
    <Page title={t("me.title")}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <Card label={t("me.profile")} className="flex items-center gap-4 !p-5">
            <span
              aria-hidden
              className="grid size-16 shrink-0 place-items-center rounded-full bg-brand-soft text-2xl font-extrabold text-brand"
            >
              {[...me.name][0]}
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 text-xl font-bold">
                {me.name}
                {me.role !== "member" && <Tag tone="brand">{t(`shared.role.${me.role}`)}</Tag>}
              </p>
              <dl className="num mt-1 text-sm text-ink-2">
                {facts.map(
                  ([key, value]) =>
                    value && (
                      <div key={key} className="flex gap-2">
                        <dt className="text-ink-3">{t(key)}</dt>
                        <dd>{value}</dd>
                      </div>
                    ),
                )}
              </dl>
            </div>
          </Card>
          <Sessions />
        </div>
        <div className="flex flex-col gap-6">
          <Section title={t("shared.theme.label")}>
            <ThemeChoice />
          </Section>
          <Section title={t("shared.language")}>
            <LanguageChoice />
          </Section>
          <Button
            size="lg"
            icon={<LogOut aria-hidden size={18} />}
            busy={logOut.isPending}
            onClick={() =>
              logOut.mutate(undefined, { onError: (problem) => toast(textOf(problem), { bad: true }) })
            }
          >
            {t("me.log_out")}
          </Button>
        </div>
      </div>
    </Page>
  );
}
