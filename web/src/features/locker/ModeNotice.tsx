import { useT } from "@shared/i18n";
import { buttonClass } from "@shared/ui/Button";
import { Notice } from "@shared/ui/States";
import { Link } from "@tanstack/react-router";

/** Says what is being chosen while moving or swapping, and the way out. */
export function ModeNotice({ mode, at }: { mode: "move" | "swap"; at: string | undefined }) {
  const t = useT();
  return (
    <Notice
      tone="brand"
      action={
        <Link to="/lockers" search={{ at }} className={buttonClass("secondary")}>
          {t("shared.cancel")}
        </Link>
      }
    >
      {t(`locker.mode.${mode}`)}
    </Notice>
  );
}
