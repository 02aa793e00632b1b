import { useT } from "@shared/i18n";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { type Floor, type Spot, step } from "../model/floor";
import type { Look } from "../model/view";
import { Cell } from "./Cell";

interface Props {
  floor: Floor;
  lookOf: (spot: Spot) => Look;
  onPick: (id: number) => void;
  /** What can be chosen at the moment; everything when left out. */
  choices?: Look;
}

/** Up to so many stand side by side on the smallest phone; wider floors scroll. */
const FITTING_COLUMNS = 10;

/** A floor as it stands in the building. Arrow keys walk, Home and End go along the row, Enter picks. */
export function LockerGrid({ floor, lookOf, onPick, choices }: Props) {
  const t = useT();
  const [focused, setFocused] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const current = floor.spots.find((spot) => spot.locker.locker_id === focused) ?? floor.spots[0];

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.altKey || event.metaKey) return;
    const to = step(floor, current.locker.locker_id, event.key, event.ctrlKey);
    if (to === null) return;
    event.preventDefault();
    setFocused(to);
    box.current?.querySelector<HTMLElement>(`[data-locker="${to}"]`)?.focus();
  };
  // The cells stay as they are while only what a touch leads to changes.
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });
  const onPickCell = useCallback((id: number) => pick.current(id), []);
  const onFocus = useCallback((id: number) => setFocused(id), []);

  const rows = Array.from({ length: floor.rows }, (_, i) => floor.spots.filter((spot) => spot.row === i + 1));
  return (
    <div className="overflow-x-auto">
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of places, not a table of data */}
      <div
        ref={box}
        role="grid"
        tabIndex={-1}
        aria-label={t("locker.grid.label", { location: floor.location })}
        aria-rowcount={floor.rows}
        aria-colcount={floor.columns}
        onKeyDown={onKeyDown}
        className="grid w-full py-0.5 outline-none"
        style={{
          gridTemplateColumns: `repeat(${floor.columns}, minmax(${floor.columns > FITTING_COLUMNS ? 44 : 34}px, 84px))`,
        }}
      >
        {rows.map((spots, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: rows only group
          // biome-ignore lint/a11y/useSemanticElements: a grid of places, not a table of data
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its index
          <div key={i} role="row" aria-rowindex={i + 1} className="contents">
            {spots.map((spot) => {
              const { locker } = spot;
              const look = lookOf(spot);
              return (
                <Cell
                  key={locker.locker_id}
                  id={locker.locker_id}
                  look={look}
                  label={t("locker.grid.cell", {
                    id: locker.locker_id,
                    location: floor.location,
                    state: t(`locker.look.${look}`),
                  })}
                  row={spot.row}
                  column={spot.column}
                  current={spot === current}
                  standing={
                    choices === undefined || look === "mine" ? null : look === choices ? "choice" : "aside"
                  }
                  onPick={onPickCell}
                  onFocus={onFocus}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
