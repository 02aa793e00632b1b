import { describe, expect, it } from "vitest";
import { better, measure } from "./clock";
import { clockFace, timerFace } from "./countdown";
import { ago, dateTime, day, fromLocalField, hour, toLocalField, wallClock } from "./format";

describe("the server's clock", () => {
  it("lies in the middle of the round trip", () => {
    expect(measure(1_000, 1_200, new Date(5_100).toISOString())).toEqual({
      offsetMs: 4_000,
      errorMs: 100,
      at: 1_200,
    });
  });

  it("refuses nonsense", () => {
    expect(measure(1_000, 1_200, "soon")).toBeNull();
    expect(measure(1_200, 1_000, new Date(0).toISOString())).toBeNull();
  });

  it("keeps the sharper measurement", () => {
    const sharp = { offsetMs: 10, errorMs: 5, at: 1_000 };
    const dull = { offsetMs: 90, errorMs: 80, at: 2_000 };
    expect(better(sharp, dull)).toBe(sharp);
    expect(better(dull, sharp)).toBe(sharp);
    expect(better(null, dull)).toBe(dull);
  });

  it("forgets a sharp measurement once it is old", () => {
    const fresh = { offsetMs: 90, errorMs: 80, at: 400_000 };
    expect(better({ offsetMs: 10, errorMs: 5, at: 1_000 }, fresh)).toBe(fresh);
  });
});

describe("a countdown", () => {
  it.each([
    [72_000, false, "01:12"],
    [3_723_000, false, "1:02:03"],
    [200_000_000, false, "55:33:20"],
    [9_480, true, "09.4"],
    [60_000, true, "01:00"],
    [59_999, true, "59.9"],
    [-5, true, "00.0"],
  ])("shows %d ms (tenths: %s) as %s", (left, tenths, face) => expect(clockFace(left, tenths)).toBe(face));

  it("keeps its hours beside a count of days", () => expect(clockFace(72_000, true, true)).toBe("0:01:12"));

  it("lets a timer show the running second", () => {
    expect(timerFace(900_000)).toBe("15:00");
    expect(timerFace(899_999)).toBe("15:00");
    expect(timerFace(1)).toBe("00:01");
    expect(timerFace(0)).toBe("00:00");
  });
});

describe("formats", () => {
  const now = Date.parse("2026-01-10T12:00:00+09:00");
  const at = "2026-01-05T15:30:00+09:00";

  it("speaks Korean", () => {
    expect(dateTime(at, "ko", now)).toBe("1월 5일 (월) 오후 3:30");
    expect(hour("2026-01-05T00:05:00+09:00", "ko")).toBe("오전 12:05");
    expect(day("2027-12-19T09:00:00+09:00", "ko", now)).toBe("2027년 12월 19일 (일)");
  });

  it("speaks English", () => {
    expect(dateTime(at, "en", now)).toBe("Mon 5 Jan, 3:30 PM");
    expect(day("2027-12-19T09:00:00+09:00", "en", now)).toBe("Sun 19 Dec 2027");
  });

  it("counts back warmly", () => {
    expect(ago(now - 20_000, "ko", now)).toBe("방금 전");
    expect(ago(now - 180_000, "ko", now)).toBe("3분 전");
    expect(ago(now - 2 * 3_600_000, "ko", now)).toBe("2시간 전");
    expect(ago(now - 20 * 3_600_000, "ko", now)).toBe("어제");
    expect(ago(at, "ko", now)).toBe("1월 5일 (월)");
    expect(ago(now - 180_000, "en", now)).toBe("3 min ago");
  });

  it("shows the wall clock to the tenth", () => {
    expect(wallClock(Date.parse("2026-01-05T17:58:47.250+09:00"))).toBe("17:58:47.2");
    expect(wallClock(Date.parse("2026-01-05T00:00:00+09:00"))).toBe("00:00:00.0");
  });

  it("fills and reads a local field in the community's zone", () => {
    expect(toLocalField("2026-01-05T06:30:00Z")).toBe("2026-01-05T15:30:00");
    expect(fromLocalField("2026-01-05T15:30")).toBe("2026-01-05T06:30:00.000Z");
    expect(fromLocalField("")).toBe("");
  });
});
