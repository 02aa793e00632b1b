import type { Term } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { clockFace } from "@shared/time/countdown";
import { dateTime, day, wallClock } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Card, Tag } from "@shared/ui/Card";
import { ProgressBar } from "@shared/ui/Timer";
import { phaseAt } from "./model/term";

interface Props {
  term: Term;
  lockers: number;
  free: number;
}

const NEAR_MS = 70_000;
const DAY_MS = 86_400_000;

/** The opening, on the server's clock: large while one waits, small once it is open. */
export function OpeningCard({ term, lockers, free }: Props) {
  const opens = Date.parse(term.opens_at);
  const rough = useNow(1_000);
  const phase = phaseAt(term, rough);
  if (phase === "upcoming") return <Waiting term={term} lockers={lockers} fine={opens - rough < NEAR_MS} />;
  return <Running term={term} lockers={lockers} free={free} phase={phase} now={rough} />;
}

function Waiting({ term, lockers, fine }: { term: Term; lockers: number; fine: boolean }) {
  const t = useT();
  const language = useLanguage();
  const opens = Date.parse(term.opens_at);
  const now = useNow(fine ? 100 : 1_000, opens);
  const days = Math.floor((opens - now) / DAY_MS);
  return (
    <section aria-label={term.name} className="rounded-lg bg-night p-5 text-night-ink">
      <div className="flex items-center gap-2">
        <span className="rounded-[6px] bg-night-line px-2 py-0.5 text-xs font-bold">{term.name}</span>
        <span className="flex-1" />
        <span className="num text-xs text-night-ink-2">
          {t("locker.opening.server_clock", { clock: wallClock(now) })}
        </span>
      </div>
      <div className="mt-4 mb-2 flex flex-wrap items-end gap-x-3 gap-y-1">
        {days >= 1 && (
          <span className="text-[34px] leading-none font-extrabold">
            {t("locker.opening.days", { count: days })}
          </span>
        )}
        <span
          role="timer"
          aria-label={t("locker.opening.label")}
          className="num text-[56px] leading-none font-extrabold tracking-[-0.045em]"
        >
          {clockFace(days >= 1 ? (opens - now) % DAY_MS : opens - now, fine, days >= 1)}
        </span>
        <span className="pb-1 text-night-ink-2">{t("locker.opening.until")}</span>
      </div>
      <p className="text-sm text-night-ink-2">
        {t("locker.opening.when", { at: dateTime(opens, language, now), lockers })}
        <br />
        {t("locker.opening.hint")}
      </p>
    </section>
  );
}

function Running({
  term,
  lockers,
  free,
  phase,
  now,
}: Props & { phase: "open" | "closed" | "ended"; now: number }) {
  const t = useT();
  const language = useLanguage();
  const closes = dateTime(term.closes_at, language, now);
  const ends = day(term.ends_at, language, now);
  const words = {
    open: t("locker.term.open", { closes }),
    closed: t("locker.term.closed", { ends }),
    ended: t("locker.term.ended"),
  };
  const tones = { open: "brand", closed: "plain", ended: "plain" } as const;
  return (
    <Card label={term.name} className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-bold">{term.name}</span>
        <Tag tone={tones[phase]}>{t(`locker.phase.${phase}`)}</Tag>
      </div>
      <p className="flex items-baseline gap-2">
        <span className="num text-[34px] leading-none font-extrabold tracking-[-0.04em] text-brand">
          {free}
        </span>
        <span className="num text-sm text-ink-2">{t("locker.term.of", { lockers })}</span>
      </p>
      <ProgressBar value={lockers === 0 ? 0 : 1 - free / lockers} label={t("locker.term.occupied")} />
      <p className="text-sm text-ink-2">{words[phase]}</p>
    </Card>
  );
}
