import { cx } from "@shared/lib/cx";
import { memo } from "react";
import type { Look } from "../model/view";
import { LookIcon } from "./LookIcon";
import { LOOKS } from "./looks";

interface Props {
  id: number;
  look: Look;
  label: string;
  row: number;
  column: number;
  /** Whether Tab stops here; the arrow keys go on from it. */
  current: boolean;
  /** While one is to be chosen: whether this is a choice, or stands aside. */
  standing: "choice" | "aside" | null;
  onPick: (id: number) => void;
  onFocus: (id: number) => void;
}

/** One locker. The button fills its whole share of the grid, so that even eight in a row are easy to hit. */
export const Cell = memo(function Cell({
  id,
  look,
  label,
  row,
  column,
  current,
  standing,
  onPick,
  onFocus,
}: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    // biome-ignore lint/a11y/useSemanticElements: a grid of places, not a table of data
    <div
      role="gridcell"
      aria-colindex={column}
      style={{ gridRow: row, gridColumn: column }}
      className="min-w-0"
    >
      <button
        type="button"
        tabIndex={current ? 0 : -1}
        aria-label={label}
        data-locker={id}
        data-look={look}
        onClick={() => onPick(id)}
        onFocus={() => onFocus(id)}
        className="group block h-[54px] w-full rounded-md p-[2.5px] lg:h-[62px] lg:p-[3px] outline-none"
      >
        <span
          className={cx(
            "num flex h-full w-full flex-col items-center justify-center gap-0.5 rounded-sm text-[12.5px] leading-none lg:text-sm [overflow-wrap:normal] transition-[background,border-color,scale] duration-200",
            "group-focus-visible:outline-3 group-focus-visible:outline-offset-1 group-focus-visible:outline-brand group-active:scale-95",
            LOOKS[look],
            look === "my_hold" && "[animation:settle_0.3s_var(--ease-out)]",
            standing === "aside" && "scale-[0.84]",
            standing === "choice" && "ring-2 ring-brand",
          )}
        >
          {look === "broken" ? <span className="sr-only">{id}</span> : id}
          <LookIcon look={look} />
        </span>
      </button>
    </div>
  );
});
