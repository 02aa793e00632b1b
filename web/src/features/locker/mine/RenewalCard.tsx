import { useProblemText } from "@shared/api/problemText";
import type { Renewal } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { dateTime } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Button } from "@shared/ui/Button";
import { Card, Tag } from "@shared/ui/Card";
import { toast } from "@shared/ui/Toast";
import { useRenew } from "../api/useMyLocker";

/** Keeping the locker for the next term, inside that term's window. */
export function RenewalCard({ id, renewal }: { id: number; renewal: Renewal }) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const renew = useRenew();
  const now = useNow(1_000, Date.parse(renewal.closes_at));
  const before = now < Date.parse(renewal.opens_at);
  const after = now >= Date.parse(renewal.closes_at);
  if (after && !renewal.renewed) return null;

  const keep = () =>
    renew.mutate(id, {
      onSuccess: () => toast(t("locker.renewal.done", { name: renewal.name })),
      onError: (problem) => toast(textOf(problem), { bad: true }),
    });

  return (
    <Card label={t("locker.renewal.title")}>
      <div className="flex items-center gap-2">
        <h2 className="flex-1 text-[17px]">{t("locker.renewal.title")}</h2>
        <Tag tone={renewal.renewed ? "brand" : "accent"}>{renewal.name}</Tag>
      </div>
      <p className="mt-1 mb-3.5 text-[15px] text-ink-2">
        {renewal.renewed
          ? t("locker.renewal.kept", { id, name: renewal.name })
          : before
            ? t("locker.renewal.before", { opens: dateTime(renewal.opens_at, language, now) })
            : t("locker.renewal.now", { closes: dateTime(renewal.closes_at, language, now) })}
      </p>
      {!renewal.renewed && (
        <Button look="primary" wide disabled={before} busy={renew.isPending} onClick={keep}>
          {t("locker.renewal.action", { id })}
        </Button>
      )}
    </Card>
  );
}
