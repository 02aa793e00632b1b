import { useLanguage, useT } from "@shared/i18n";
import { serverNow } from "@shared/time/clock";
import { dateTime } from "@shared/time/format";
import { Card } from "@shared/ui/Card";
import { MorePages } from "@shared/ui/MorePages";
import { Section } from "@shared/ui/Page";
import { ErrorState, SkeletonList } from "@shared/ui/States";
import i18next from "i18next";
import { useLockerHistory } from "./api/useAdminLockers";

/** Everything that ever happened to one locker, newest first. */
export function History({ id }: { id: number }) {
  const t = useT();
  const language = useLanguage();
  const history = useLockerHistory(id);
  const said = (reason: string | null) =>
    reason && i18next.exists(`locker.history.reason.${reason}`)
      ? t(`locker.history.reason.${reason}`)
      : reason;
  const word = (type: string) =>
    i18next.exists(`locker.history.type.${type}`) ? t(`locker.history.type.${type}`) : type;
  return (
    <Section title={t("locker.history.title")}>
      {history.isPending ? (
        <SkeletonList rows={3} height="h-14" />
      ) : history.isError ? (
        <ErrorState error={history.error} onRetry={() => history.refetch()} />
      ) : history.items.length === 0 ? (
        <p className="text-[15px] text-ink-3">{t("locker.history.none")}</p>
      ) : (
        <>
          <Card className="!p-0">
            <ol className="divide-y divide-line">
              {history.items.map((entry) => (
                <li key={`${entry.term}:${entry.version}`} className="px-4 py-3">
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-semibold">{word(entry.type)}</span>
                    {entry.account && (
                      <span className="text-[15px] text-ink-2">
                        {entry.account.name} <span className="num">{entry.account.student_id}</span>
                      </span>
                    )}
                    <span className="flex-1" />
                    <time dateTime={entry.at} className="num text-[13px] text-ink-3">
                      {dateTime(entry.at, language, serverNow())}
                    </time>
                  </p>
                  <p className="text-[13px] text-ink-3">
                    {[
                      entry.term,
                      entry.actor &&
                        entry.actor.name !== entry.account?.name &&
                        t("locker.history.by", { name: entry.actor.name }),
                      said(entry.reason),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </li>
              ))}
            </ol>
          </Card>
          <MorePages list={history} />
        </>
      )}
    </Section>
  );
}
