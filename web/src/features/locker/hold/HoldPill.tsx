import { useT } from "@shared/i18n";
import { Timer } from "@shared/ui/Timer";
import { Link, useLocation } from "@tanstack/react-router";
import { Timer as TimerIcon } from "lucide-react";
import { useMyLockerNow } from "../useLockerScreen";

/** My running hold, on every page but the one where it is shown large anyway. */
export function HoldPill() {
  const t = useT();
  const mine = useMyLockerNow();
  const path = useLocation({ select: (location) => location.pathname });
  if (mine?.state !== "held" || !mine.hold_expires_at || path.startsWith("/lockers")) return null;
  return (
    <aside aria-label={t("locker.hold.left")}>
      <Link
        to="/lockers/mine"
        className="enter-pop fixed right-4 bottom-[calc(78px+env(safe-area-inset-bottom))] z-30 inline-flex min-h-12 items-center gap-2 rounded-full border-2 border-held bg-card px-4 font-semibold text-held-ink shadow-pop lg:right-8 lg:bottom-8"
      >
        <TimerIcon aria-hidden size={18} />
        {t("locker.hold.pill", { id: mine.locker_id })}
        <Timer until={Date.parse(mine.hold_expires_at)} label={t("locker.hold.left")} />
      </Link>
    </aside>
  );
}
