import { useProblemText } from "@shared/api/problemText";
import type { MyLocker, Term } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { serverNow } from "@shared/time/clock";
import { day } from "@shared/time/format";
import { Button } from "@shared/ui/Button";
import { Timer, TimerBar } from "@shared/ui/Timer";
import { toast } from "@shared/ui/Toast";
import { HOLD_SECONDS } from "../api/useHold";
import { useConfirm, useReleaseHold } from "../api/useMyLocker";

interface Props {
  mine: MyLocker;
  term: Term | null;
  /** The hold is shown, but the server has not answered yet. */
  pending?: boolean;
  onConfirmed: () => void;
  onReleased: () => void;
}

/** My running hold: what is left, and the two ways on. */
export function HoldPanel({ mine, term, pending, onConfirmed, onReleased }: Props) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const confirm = useConfirm();
  const release = useReleaseHold();
  const until = Date.parse(mine.hold_expires_at ?? "");
  const refused = (problem: unknown) => toast(textOf(problem), { bad: true });
  const ends = mine.ends_at ?? term?.ends_at;

  return (
    <div>
      <div className="mt-4 mb-2 flex items-center">
        <span className="flex-1 text-sm text-ink-2">{t("locker.hold.within")}</span>
        <span className="text-lg text-held-ink">
          <Timer until={until} label={t("locker.hold.left")} />
        </span>
      </div>
      <TimerBar until={until} lengthMs={HOLD_SECONDS * 1000} label={t("locker.hold.left")} />
      <p className="my-4 text-sm text-ink-2">
        {ends && t("locker.hold.until_end", { ends: day(ends, language, serverNow()) })}{" "}
        {t("locker.hold.single")}
      </p>
      <div className="flex gap-2.5">
        <Button
          size="lg"
          className="min-w-[110px]"
          disabled={pending}
          busy={release.isPending}
          onClick={() => release.mutate(mine.locker_id, { onSuccess: onReleased, onError: refused })}
        >
          {t("locker.hold.release")}
        </Button>
        <Button
          size="lg"
          look="primary"
          className="flex-1"
          busy={pending || confirm.isPending}
          onClick={() => confirm.mutate(mine.locker_id, { onSuccess: onConfirmed, onError: refused })}
        >
          {t("locker.hold.confirm")}
        </Button>
      </div>
    </div>
  );
}
