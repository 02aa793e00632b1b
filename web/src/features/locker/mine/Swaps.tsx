import { useProblemText } from "@shared/api/problemText";
import type { Swap } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { ago } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Button } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Section } from "@shared/ui/Page";
import { toast } from "@shared/ui/Toast";
import { useAnswerSwap, useWithdrawSwap } from "../api/useSwapAnswers";
import { useSwaps } from "../api/useSwaps";

/** Swaps others ask of me, and mine of others; nothing is shown while there are none. */
export function Swaps() {
  const t = useT();
  const swaps = useSwaps().data;
  const now = useNow(60_000);
  const alive = (swap: Swap) => Date.parse(swap.expires_at) > now;
  const incoming = swaps?.incoming.filter(alive) ?? [];
  const outgoing = swaps?.outgoing.filter(alive) ?? [];
  if (incoming.length + outgoing.length === 0) return null;
  return (
    <Section title={t("locker.swap.list")}>
      {incoming.map((swap) => (
        <Incoming key={swap.id} swap={swap} now={now} />
      ))}
      {outgoing.map((swap) => (
        <Outgoing key={swap.id} swap={swap} now={now} />
      ))}
    </Section>
  );
}

function Incoming({ swap, now }: { swap: Swap; now: number }) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const answer = useAnswerSwap();
  const say = (word: "accept" | "decline") =>
    answer.mutate(
      { id: swap.id, answer: word },
      {
        onSuccess: () => toast(t(`locker.swap.said_${word}`, { id: swap.from_locker_id })),
        onError: (problem) => toast(textOf(problem), { bad: true }),
      },
    );
  return (
    <Card>
      <p className="font-semibold">
        {t("locker.swap.incoming", {
          name: swap.from_name ?? t("locker.swap.someone"),
          from: swap.from_locker_id,
          to: swap.to_locker_id,
        })}
      </p>
      {swap.message && (
        <p className="mt-2 rounded-md bg-sunken px-3.5 py-2.5 text-[15px] text-ink-2">{swap.message}</p>
      )}
      <p className="mt-1.5 text-[13px] text-ink-3">{ago(swap.created_at, language, now)}</p>
      <div className="mt-3 flex gap-2">
        <Button className="min-w-24" busy={answer.isPending} onClick={() => say("decline")}>
          {t("locker.swap.decline")}
        </Button>
        <Button look="primary" className="flex-1" busy={answer.isPending} onClick={() => say("accept")}>
          {t("locker.swap.accept", { from: swap.from_locker_id })}
        </Button>
      </div>
    </Card>
  );
}

function Outgoing({ swap, now }: { swap: Swap; now: number }) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const withdraw = useWithdrawSwap();
  return (
    <Card className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t("locker.swap.outgoing", { to: swap.to_locker_id })}</p>
        <p className="text-[13px] text-ink-3">{ago(swap.created_at, language, now)}</p>
      </div>
      <Button
        busy={withdraw.isPending}
        onClick={() =>
          withdraw.mutate(swap.id, {
            onSuccess: () => toast(t("locker.swap.withdrawn")),
            onError: (problem) => toast(textOf(problem), { bad: true }),
          })
        }
      >
        {t("locker.swap.withdraw")}
      </Button>
    </Card>
  );
}
