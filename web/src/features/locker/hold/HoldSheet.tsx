import type { MyLocker, Term } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Tag } from "@shared/ui/Card";
import { Sheet } from "@shared/ui/Dialog";
import { toast } from "@shared/ui/Toast";
import { useNavigate } from "@tanstack/react-router";
import { HoldPanel } from "./HoldPanel";

interface Props {
  /** The locker the sheet was opened for; stays when the hold is gone. */
  id: number | null;
  mine: MyLocker | null;
  term: Term | null;
  spot: string;
  pending: boolean;
  onClose: () => void;
  onHoldAgain: (id: number) => void;
}

export function HoldSheet({ id, mine, term, spot, pending, onClose, onHoldAgain }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const held = mine !== null && mine.state === "held";

  const confirmed = () => {
    onClose();
    toast(t("locker.hold.confirmed", { id }));
    void navigate({ to: "/lockers/mine" });
  };
  const released = () => {
    onClose();
    toast(t("locker.hold.released", { id }));
  };

  if (!held) {
    return (
      <Sheet open={id !== null} onClose={onClose} title={t("locker.hold.over_title", { id })}>
        <p className="mt-1 mb-6 text-[15px] text-ink-2">{t("locker.hold.over")}</p>
        <Button size="lg" look="primary" wide onClick={() => id !== null && onHoldAgain(id)}>
          {t("locker.hold.again", { id })}
        </Button>
      </Sheet>
    );
  }
  return (
    <Sheet
      open={id !== null}
      onClose={onClose}
      title={t("locker.hold.title", { id: mine.locker_id })}
      aside={<Tag tone="held">{t("locker.look.held")}</Tag>}
    >
      <p className="text-sm text-ink-2">{spot}</p>
      <HoldPanel mine={mine} term={term} pending={pending} onConfirmed={confirmed} onReleased={released} />
    </Sheet>
  );
}
