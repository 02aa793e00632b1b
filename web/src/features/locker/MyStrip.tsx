import type { MyLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Timer } from "@shared/ui/Timer";
import { Link } from "@tanstack/react-router";
import { Timer as TimerIcon } from "lucide-react";

/** What I have, above the grid: a running hold with its timer, or the way to my locker. */
export function MyStrip({ mine, onShow }: { mine: MyLocker; onShow: () => void }) {
  const t = useT();
  if (mine.state === "held") {
    return (
      <Button
        onClick={onShow}
        icon={<TimerIcon aria-hidden size={18} />}
        className="self-start !rounded-full !border-held !text-held-ink lg:self-stretch"
      >
        {t("locker.hold.pill", { id: mine.locker_id })}
        {mine.hold_expires_at && (
          <Timer until={Date.parse(mine.hold_expires_at)} label={t("locker.hold.left")} />
        )}
      </Button>
    );
  }
  return (
    <Link
      to="/lockers/mine"
      className="flex min-h-12 items-center gap-2 rounded-lg border border-brand bg-brand-soft px-4 font-semibold text-brand"
    >
      <span className="min-w-0 flex-1 truncate">
        {t("locker.mine.strip", { id: mine.locker_id, location: mine.location_id })}
      </span>
      <span className="text-sm">{t("locker.mine.open")}</span>
    </Link>
  );
}
