import { describe, expect, it } from "vitest";
import { EventHistory } from "./history";
import { backoffMs, type LiveEvent, parseFrame } from "./protocol";

const event = (version: number): LiveEvent => ({
  op: "event",
  topic: "pool:a",
  version,
  type: "unit_held",
  data: {},
});

describe("the history of a topic", () => {
  it("answers what follows a version", () => {
    const history = new EventHistory();
    for (const version of [4, 5, 6]) history.add(event(version));
    expect(history.after(4)?.map((e) => e.version)).toEqual([5, 6]);
    expect(history.after(6)).toEqual([]);
    expect(history.after(9)).toEqual([]);
  });

  it("says so when one is missing", () => {
    const history = new EventHistory();
    for (const version of [4, 5]) history.add(event(version));
    expect(history.after(2)).toBeNull();
  });

  it("forgets what lies before a hole and ignores repeats", () => {
    const history = new EventHistory();
    for (const version of [4, 5, 5, 4, 8]) history.add(event(version));
    expect(history.after(5)).toBeNull();
    expect(history.after(7)?.map((e) => e.version)).toEqual([8]);
  });
});

describe("frames", () => {
  it("are read, or ignored when they are none", () => {
    expect(parseFrame('{"op":"pong","t":1,"now":"2026-01-01T00:00:00Z"}')?.op).toBe("pong");
    expect(parseFrame("hello")).toBeNull();
    expect(parseFrame("3")).toBeNull();
  });
});

describe("reconnecting", () => {
  it("waits longer each time, up to a bound, never all at once", () => {
    expect(backoffMs(0, 1)).toBe(750);
    expect(backoffMs(3, 1)).toBe(4_250);
    expect(backoffMs(30, 1)).toBe(20_250);
    expect(backoffMs(30, 0)).toBe(250);
  });
});
