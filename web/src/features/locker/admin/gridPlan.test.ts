import { describe, expect, it } from "vitest";
import { planProblems, preview } from "./gridPlan";

const form = { location: "정보관", floor: "-1", first: "101", rows: "2", columns: "3" };

describe("a new block of lockers", () => {
  it("is numbered along its rows", () => {
    expect(preview(form)).toEqual([
      [101, 102, 103],
      [104, 105, 106],
    ]);
  });

  it("shows nothing while a number is missing or too large", () => {
    expect(preview({ ...form, rows: "" })).toEqual([]);
    expect(preview({ ...form, columns: "51" })).toEqual([]);
    expect(preview({ ...form, first: "x" })).toEqual([]);
  });

  it("names what is wrong", () => {
    expect(planProblems(form)).toEqual({});
    expect(
      Object.keys(planProblems({ ...form, location: " ", floor: "B1", first: "0", rows: "1.5" })),
    ).toEqual(["location", "floor", "first_id", "rows"]);
  });
});
