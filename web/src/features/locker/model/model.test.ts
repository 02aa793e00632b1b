import type { Locker, LockerList, MyLocker } from "@shared/api/types";
import type { LiveEvent } from "@shared/live/protocol";
import { describe, expect, it } from "vitest";
import { apply } from "./events";
import { floorsOf, nearby, step } from "./floor";
import { nextTurn, phaseAt } from "./term";
import { heldNow, look, nextExpiry } from "./view";

const locker = (id: number, change: Partial<Locker> = {}): Locker => ({
  locker_id: id,
  location_id: "정보관 1층",
  place_id: "p",
  floor: 1,
  row: 1 + Math.floor((id - 101) / 4),
  column: 1 + ((id - 101) % 4),
  unit: id - 101,
  owner: null,
  state: "free",
  mine: false,
  ...change,
});

const floorName = (floor: number) => `${floor}층`;

const listOf = (version: number, lockers: Locker[]): LockerList => ({
  lockers,
  available_count: lockers.filter((l) => l.state === "free").length,
  term: null,
  version,
});

const event = (version: number, type: string, data: Record<string, unknown>): LiveEvent => ({
  op: "event",
  topic: "pool:t",
  version,
  type,
  data,
});

const UNTIL = "2026-09-01T09:15:00Z";
const three = () => listOf(7, [locker(101), locker(102), locker(103)]);
const states = (list: LockerList | null) => list?.lockers.map((l) => l.state);

describe("snapshot + events", () => {
  it("holds, confirms, frees and blocks", () => {
    const after = apply(three(), [
      event(8, "unit_held", { units: [0], until: UNTIL }),
      event(9, "unit_held", { units: [1], until: UNTIL }),
      event(10, "unit_confirmed", { units: [0] }),
      event(11, "unit_blocked", { units: [2] }),
      event(12, "unit_freed", { units: [1], reason: "expired" }),
    ]);
    expect(states(after)).toEqual(["confirmed", "free", "broken"]);
    expect(after?.version).toBe(12);
    expect(after?.available_count).toBe(1);
    expect(after?.lockers[0]?.owner).toBe("taken");
    expect(after?.lockers[1]?.owner).toBeNull();
  });

  it("moves a hold with its time, or a confirmed one", () => {
    const held = apply(three(), [
      event(8, "unit_moved", { from: [0], to: [2], state: "held", until: UNTIL }),
    ]);
    expect(held?.lockers[2]).toMatchObject({ state: "held", hold_expires_at: UNTIL });
    expect(states(apply(three(), [event(8, "unit_moved", { from: 0, to: 2, state: "confirmed" })]))).toEqual([
      "free",
      "free",
      "confirmed",
    ]);
  });

  it("asks for a snapshot at a gap, at a change of the pool and at what it does not know", () => {
    expect(apply(three(), [event(9, "unit_held", { units: [0] })])).toBeNull();
    expect(apply(three(), [event(8, "pool_changed", {})])).toBeNull();
    expect(apply(three(), [event(8, "unit_painted", { units: [0] })])).toBeNull();
  });

  it("counts a swap, though nothing visible changes", () => {
    const after = apply(three(), [event(8, "unit_swapped", { units: [0, 1] })]);
    expect(after?.version).toBe(8);
    expect(states(after)).toEqual(["free", "free", "free"]);
  });

  it("leaves the snapshot as it was", () => {
    const before = three();
    apply(before, [event(8, "unit_held", { units: [0], until: UNTIL })]);
    expect(before).toEqual(three());
  });
});

describe("how a locker looks to me", () => {
  const now = Date.parse("2026-09-01T09:00:00Z");
  const my = (state: "held" | "confirmed"): MyLocker => ({
    locker_id: 101,
    location_id: "정보관 1층",
    owner: "me",
    state,
    hold_expires_at: UNTIL,
  });

  it("never shows my own as taken", () => {
    expect(
      look(locker(101, { state: "held", owner: "taken", hold_expires_at: UNTIL }), my("held"), now),
    ).toBe("my_hold");
    expect(look(locker(101, { state: "confirmed", owner: "taken" }), my("confirmed"), now)).toBe("mine");
    expect(look(locker(101), my("held"), now)).toBe("my_hold");
  });

  it("shows a passed hold as free", () => {
    const held = locker(102, { state: "held", hold_expires_at: UNTIL });
    expect(look(held, null, now)).toBe("held");
    expect(look(held, null, Date.parse(UNTIL))).toBe("free");
    expect(heldNow({ locker: my("held") }, Date.parse(UNTIL))).toBeNull();
    expect(heldNow({ locker: my("confirmed") }, Date.parse(UNTIL))?.locker_id).toBe(101);
  });

  it("shows others' as taken and broken as broken", () => {
    expect(look(locker(102, { state: "confirmed", owner: "taken" }), null, now)).toBe("taken");
    expect(look(locker(102, { state: "broken" }), null, now)).toBe("broken");
  });

  it("knows when to look again", () => {
    const later = "2026-09-01T09:20:00Z";
    const list = listOf(1, [
      locker(101, { state: "held", hold_expires_at: later }),
      locker(102, { state: "held", hold_expires_at: UNTIL }),
      locker(103),
    ]);
    expect(nextExpiry(list, now)).toBe(Date.parse(UNTIL));
    expect(nextExpiry(list, Date.parse(UNTIL))).toBe(Date.parse(later));
    expect(nextExpiry(list, Date.parse(later))).toBeNull();
  });
});

describe("a term", () => {
  const term = {
    opens_at: "2026-09-01T09:00:00Z",
    closes_at: "2026-09-02T09:00:00Z",
    ends_at: "2026-12-19T09:00:00Z",
  };
  const at = (iso: string) => Date.parse(iso);

  it("turns on the second", () => {
    expect(phaseAt(term, at(term.opens_at) - 1)).toBe("upcoming");
    expect(phaseAt(term, at(term.opens_at))).toBe("open");
    expect(phaseAt(term, at(term.closes_at))).toBe("closed");
    expect(phaseAt(term, at(term.ends_at))).toBe("ended");
  });

  it("knows its next turn", () => {
    expect(nextTurn(term, 0)).toBe(at(term.opens_at));
    expect(nextTurn(term, at(term.opens_at))).toBe(at(term.closes_at));
    expect(nextTurn(term, at(term.ends_at))).toBeNull();
  });
});

describe("a floor", () => {
  const [floor] = floorsOf(
    [101, 102, 103, 104, 105, 107, 108].map((id) => locker(id)),
    floorName,
  );
  if (!floor) throw new Error("no floor");

  it("keeps rows and columns, gaps included", () => {
    expect([floor.rows, floor.columns]).toEqual([2, 4]);
    expect(floor.spots.map((s) => `${s.locker.locker_id}@${s.row}.${s.column}`)).toContain("107@2.3");
  });

  it("lines up lockers without a position", () => {
    const [plain] = floorsOf(
      [9, 3, 5].map((id) => locker(id, { row: null, column: null })),
      floorName,
    );
    expect(plain?.spots.map((s) => [s.locker.locker_id, s.row, s.column])).toEqual([
      [3, 1, 1],
      [5, 1, 2],
      [9, 1, 3],
    ]);
  });

  it("tells the floors of one place apart, and leaves a place of one floor its name", () => {
    const place = (id: number, location_id: string, floor: number) => locker(id, { location_id, floor });
    const all = [place(1, "학생회관", 1), place(2, "학생회관", 2), place(3, "공학관 3층", 3)];
    expect(floorsOf(all, floorName).map((one) => one.location)).toEqual([
      "학생회관 1층",
      "학생회관 2층",
      "공학관 3층",
    ]);
  });

  it("starts at one whatever the plan counts from", () => {
    const [zero] = floorsOf([locker(1, { row: 0, column: 0 }), locker(2, { row: 0, column: 1 })], floorName);
    expect(zero?.spots.map((s) => [s.row, s.column])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it.each([
    [101, "ArrowRight", 102],
    [104, "ArrowRight", 105],
    [101, "ArrowLeft", 101],
    [103, "ArrowDown", 107],
    [102, "ArrowDown", 105],
    [108, "ArrowUp", 104],
    [108, "ArrowDown", 108],
    [107, "Home", 105],
    [102, "End", 104],
  ])("leads from %d by %s to %d", (from, key, to) => expect(step(floor, from, key)).toBe(to));

  it("jumps to its ends and ignores other keys", () => {
    expect(step(floor, 104, "Home", true)).toBe(101);
    expect(step(floor, 101, "End", true)).toBe(108);
    expect(step(floor, 101, "a")).toBeNull();
  });

  it("offers what lies near", () => {
    expect(nearby(floor, 103, (l) => l.locker_id !== 104, 2)).toEqual([102, 107]);
  });
});
