import { useProblemText } from "@shared/api/problemText";
import type { AdminTerm, TermPhase } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { serverNow } from "@shared/time/clock";
import { dateTime } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Button } from "@shared/ui/Button";
import { Card, Tag, type Tone } from "@shared/ui/Card";
import { Confirm } from "@shared/ui/Confirm";
import { ProgressBar } from "@shared/ui/Timer";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { phaseAt } from "../model/term";
import { useReturnAll, useSaveTerm } from "./api/useTerms";

const TONES: Record<TermPhase, Tone> = { upcoming: "accent", open: "brand", closed: "held", ended: "plain" };

export function TermCard({ term, onEdit }: { term: AdminTerm; onEdit: () => void }) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const now = useNow(1_000);
  const phase = phaseAt(term, now);
  const [asking, setAsking] = useState<"end" | "return" | null>(null);
  const save = useSaveTerm();
  const returnAll = useReturnAll();
  const failed = (problem: unknown) => toast(textOf(problem), { bad: true });
  const close = () => setAsking(null);

  const end = () => {
    const at = new Date(serverNow()).toISOString();
    const closes = Date.parse(term.closes_at) > serverNow() ? { closes_at: at } : {};
    save.mutate(
      { id: term.id, body: { ...closes, ends_at: at } },
      { onSuccess: () => toast(t("locker.admin.term.ended")), onError: failed, onSettled: close },
    );
  };
  const giveBack = () =>
    returnAll.mutate(term.id, {
      onSuccess: (answer) => toast(t("locker.admin.term.returned", { count: answer.returned })),
      onError: failed,
      onSettled: close,
    });

  const moments = [
    ["locker.admin.term.opens", term.opens_at],
    ["locker.admin.term.closes", term.closes_at],
    ["locker.admin.term.ends", term.ends_at],
    ["locker.admin.term.renewal_opens", term.renewal_opens_at],
    ["locker.admin.term.renewal_closes", term.renewal_closes_at],
  ] as const;

  return (
    <article aria-label={term.name}>
      <Card className="flex flex-col gap-3.5 !p-5">
        <div className="flex items-center gap-2.5">
          <h2 className="min-w-0 flex-1 truncate text-lg">{term.name}</h2>
          <Tag tone={TONES[phase]}>{t(`locker.admin.term.phase.${phase}`)}</Tag>
        </div>
        <dl className="grid gap-x-6 gap-y-1 text-[15px] sm:grid-cols-2">
          {moments.map(
            ([key, at]) =>
              at && (
                <div key={key} className="flex gap-3">
                  <dt className="w-24 shrink-0 text-ink-3">{t(key)}</dt>
                  <dd className="num">{dateTime(at, language, now)}</dd>
                </div>
              ),
          )}
        </dl>
        <div className="flex flex-col gap-1.5">
          <ProgressBar
            value={term.units === 0 ? 0 : term.taken / term.units}
            label={t("locker.term.occupied")}
          />
          <p className="num text-[13px] text-ink-3">
            {t("locker.admin.term.taken", { taken: term.taken, units: term.units })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onEdit}>{t("locker.admin.edit_word")}</Button>
          {(phase === "open" || phase === "closed") && (
            <Button onClick={() => setAsking("end")}>{t("locker.admin.term.end")}</Button>
          )}
          {phase === "ended" && term.taken > 0 && (
            <Button look="danger" onClick={() => setAsking("return")}>
              {t("locker.admin.term.return")}
            </Button>
          )}
        </div>
        <Confirm
          open={asking === "end"}
          onClose={close}
          title={t("locker.admin.term.end_title", { name: term.name })}
          action={t("locker.admin.term.end")}
          danger
          busy={save.isPending}
          onConfirm={end}
        >
          {t("locker.admin.term.end_about")}
        </Confirm>
        <Confirm
          open={asking === "return"}
          onClose={close}
          title={t("locker.admin.term.return_title", { count: term.taken })}
          action={t("locker.admin.term.return")}
          danger
          busy={returnAll.isPending}
          onConfirm={giveBack}
        >
          {t("locker.admin.term.return_about")}
        </Confirm>
      </Card>
    </article>
  );
}
