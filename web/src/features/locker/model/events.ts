import type { Locker, LockerList } from "@shared/api/types";
import type { LiveEvent } from "@shared/live/protocol";

/** What an event of the pool may carry about units. */
interface UnitData {
  units?: number[];
  until?: string;
  from?: number[] | number;
  to?: number[] | number;
  state?: "held" | "confirmed";
}

type Change = Pick<Locker, "state" | "owner" | "hold_expires_at">;

const FREE: Change = { state: "free", owner: null, hold_expires_at: null };
const BROKEN: Change = { state: "broken", owner: null, hold_expires_at: null };
const held = (until: string | undefined): Change => ({
  state: "held",
  owner: "taken",
  hold_expires_at: until ?? null,
});
const CONFIRMED: Change = { state: "confirmed", owner: "taken", hold_expires_at: null };

const list = (units: number[] | number | undefined) =>
  units === undefined ? [] : Array.isArray(units) ? units : [units];

/** Which units an event changes, and into what; null when it does not tell and the snapshot has to be fetched. */
function changes(event: LiveEvent): Map<number, Change> | null {
  const data = event.data as UnitData;
  const all = (units: number[] | number | undefined, change: Change) =>
    list(units).map((unit) => [unit, change] as const);
  switch (event.type) {
    case "unit_held":
      return new Map(all(data.units, held(data.until)));
    case "unit_confirmed":
      return new Map(all(data.units, CONFIRMED));
    case "unit_freed":
      return new Map(all(data.units, FREE));
    case "unit_blocked":
      return new Map(all(data.units, BROKEN));
    case "unit_moved":
      return new Map([
        ...all(data.from, FREE),
        ...all(data.to, data.state === "held" ? held(data.until) : CONFIRMED),
      ]);
    case "unit_swapped":
      return new Map();
    default:
      return null;
  }
}

/** The list after events that follow it without a gap; null when only a new snapshot can tell. */
export function apply(snapshot: LockerList, events: readonly LiveEvent[]): LockerList | null {
  if (events.length === 0) return snapshot;
  const changed = new Map<number, Change>();
  let version = snapshot.version;
  for (const event of events) {
    const told = event.version === version + 1 ? changes(event) : null;
    if (told === null) return null;
    for (const [unit, change] of told) changed.set(unit, change);
    version = event.version;
  }
  const lockers = snapshot.lockers.map((locker) => {
    const change = changed.get(locker.unit);
    return change ? { ...locker, ...change, mine: false } : locker;
  });
  return { ...snapshot, lockers, version, available_count: lockers.filter((l) => l.state === "free").length };
}
