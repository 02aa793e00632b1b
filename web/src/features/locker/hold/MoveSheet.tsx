import { useProblemText } from "@shared/api/problemText";
import type { MyLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Confirm } from "@shared/ui/Confirm";
import { toast } from "@shared/ui/Toast";
import { useMove } from "../api/useMyLocker";

/** From my locker to a free one in one step; refused, I keep what I have. */
export function MoveSheet({
  mine,
  to,
  onClose,
}: {
  mine: MyLocker | null;
  to: number | null;
  onClose: () => void;
}) {
  const t = useT();
  const textOf = useProblemText();
  const move = useMove();
  if (!mine) return null;
  const go = () => {
    if (to === null) return;
    move.mutate(
      { from: mine.locker_id, to },
      {
        onSuccess: () => toast(t("locker.move.done", { to })),
        onError: (problem) =>
          toast(`${textOf(problem)} ${t("locker.move.kept", { from: mine.locker_id })}`, { bad: true }),
        onSettled: onClose,
      },
    );
  };
  return (
    <Confirm
      open={to !== null}
      onClose={onClose}
      title={t("locker.move.title", { from: mine.locker_id, to })}
      action={t("locker.move.action", { to })}
      busy={move.isPending}
      onConfirm={go}
    >
      {t(mine.state === "held" ? "locker.move.about_hold" : "locker.move.about", { from: mine.locker_id })}
    </Confirm>
  );
}
