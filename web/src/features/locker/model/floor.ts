import type { Locker } from "@shared/api/types";

export interface Spot {
  locker: Locker;
  row: number;
  column: number;
}

export interface Floor {
  /** `정보관 1층`. */
  location: string;
  spots: Spot[];
  rows: number;
  columns: number;
}

const COLUMNS_WITHOUT_A_PLAN = 8;

/** Lockers without a position are lined up by number below those that have one. */
function place(lockers: readonly Locker[]): Spot[] {
  const sorted = [...lockers].sort((a, b) => a.locker_id - b.locker_id);
  const taken = new Set<string>();
  const spots: Spot[] = [];
  const loose: Locker[] = [];
  for (const locker of sorted) {
    const key = `${locker.row}:${locker.column}`;
    if (
      locker.row === null ||
      locker.column === null ||
      locker.row === undefined ||
      locker.column === undefined ||
      taken.has(key)
    ) {
      loose.push(locker);
    } else {
      taken.add(key);
      spots.push({ locker, row: locker.row, column: locker.column });
    }
  }
  const below = Math.max(0, ...spots.map((spot) => spot.row));
  const columns = Math.max(COLUMNS_WITHOUT_A_PLAN, ...spots.map((spot) => spot.column));
  loose.forEach((locker, i) => {
    spots.push({ locker, row: below + 1 + Math.floor(i / columns), column: 1 + (i % columns) });
  });
  return spots;
}

/** `학생회관` with two floors becomes `학생회관 1층` and `학생회관 2층`; a place of one floor keeps its name. */
function byFloor(lockers: readonly Locker[], floorName: FloorName): Map<string, Locker[]> {
  const floorsAt = new Map<string, Set<number | null>>();
  for (const { location_id, floor } of lockers) {
    floorsAt.set(location_id, (floorsAt.get(location_id) ?? new Set()).add(floor));
  }
  const found = new Map<string, Locker[]>();
  for (const locker of lockers) {
    const several = (floorsAt.get(locker.location_id)?.size ?? 1) > 1 && locker.floor !== null;
    const name = several ? `${locker.location_id} ${floorName(locker.floor ?? 0)}` : locker.location_id;
    const here = found.get(name);
    if (here) here.push(locker);
    else found.set(name, [locker]);
  }
  return found;
}

export type FloorName = (floor: number) => string;

/** The floors in the order of their first locker; positions start at 1 whatever the plan counts from. */
export function floorsOf(lockers: readonly Locker[], floorName: FloorName): Floor[] {
  return [...byFloor(lockers, floorName)].map(([location, here]) => {
    const raw = place(here);
    const top = Math.min(...raw.map((spot) => spot.row));
    const left = Math.min(...raw.map((spot) => spot.column));
    const spots = raw
      .map((spot) => ({ ...spot, row: spot.row - top + 1, column: spot.column - left + 1 }))
      .sort((a, b) => a.row - b.row || a.column - b.column);
    return {
      location,
      spots,
      rows: Math.max(...spots.map((spot) => spot.row)),
      columns: Math.max(...spots.map((spot) => spot.column)),
    };
  });
}

export type Step =
  | "ArrowLeft"
  | "ArrowRight"
  | "ArrowUp"
  | "ArrowDown"
  | "Home"
  | "End"
  | "PageUp"
  | "PageDown";

const isStep = (key: string): key is Step => /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/.test(key);

const nearest = (spots: readonly Spot[], column: number) =>
  spots.reduce<Spot | null>(
    (best, spot) => (best && Math.abs(best.column - column) <= Math.abs(spot.column - column) ? best : spot),
    null,
  );

/** Where a key leads from a locker; itself at the edge, null for keys that are none of ours. */
export function step(floor: Floor, fromId: number, key: string, ctrl = false): number | null {
  if (!isStep(key)) return null;
  const from = floor.spots.find((spot) => spot.locker.locker_id === fromId);
  if (!from) return null;
  const inRow = (row: number) => floor.spots.filter((spot) => spot.row === row);
  const rowBeyond = (sign: 1 | -1) => {
    for (let row = from.row + sign; row >= 1 && row <= floor.rows; row += sign) {
      const found = nearest(inRow(row), from.column);
      if (found) return found;
    }
    return null;
  };
  const i = floor.spots.indexOf(from);
  const to = (): Spot | null | undefined => {
    switch (key) {
      case "ArrowLeft":
        return floor.spots[i - 1];
      case "ArrowRight":
        return floor.spots[i + 1];
      case "ArrowUp":
        return rowBeyond(-1);
      case "ArrowDown":
        return rowBeyond(1);
      case "Home":
        return ctrl ? floor.spots[0] : inRow(from.row)[0];
      case "End":
        return ctrl ? floor.spots.at(-1) : inRow(from.row).at(-1);
      case "PageUp":
        return floor.spots.find((spot) => spot.column === from.column);
      case "PageDown":
        return floor.spots.findLast((spot) => spot.column === from.column);
    }
  };
  return (to() ?? from).locker.locker_id;
}

/** Free lockers near one, nearest first: what to offer when it is taken. */
export function nearby(
  floor: Floor,
  fromId: number,
  isFree: (locker: Locker) => boolean,
  count = 3,
): number[] {
  const from = floor.spots.find((spot) => spot.locker.locker_id === fromId);
  if (!from) return [];
  const far = (spot: Spot) => Math.hypot(spot.row - from.row, spot.column - from.column);
  return floor.spots
    .filter((spot) => spot !== from && isFree(spot.locker))
    .sort((a, b) => far(a) - far(b))
    .slice(0, count)
    .map((spot) => spot.locker.locker_id);
}
