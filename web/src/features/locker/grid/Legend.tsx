import { useT } from "@shared/i18n";
import { cx } from "@shared/lib/cx";
import type { Look } from "../model/view";
import { LookIcon } from "./LookIcon";
import { LOOKS } from "./looks";

const SHOWN: readonly Look[] = ["free", "held", "taken", "broken", "mine"];

export function Legend() {
  const t = useT();
  return (
    <ul
      aria-label={t("locker.grid.legend")}
      className="flex flex-wrap gap-x-4 gap-y-2 text-[13px] text-ink-2"
    >
      {SHOWN.map((look) => (
        <li key={look} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className={cx("grid size-[19px] place-items-center rounded-[5px]", LOOKS[look], "!ring-0")}
          >
            <LookIcon look={look} size={10} />
          </span>
          {t(`locker.look.${look}`)}
        </li>
      ))}
    </ul>
  );
}
