import type { AdminTerm } from "@shared/api/types";
import { describe, expect, it } from "vitest";
import { bodyOf, formOf, termProblems } from "./termForm";

const term: AdminTerm = {
  id: "t",
  name: "2026-2학기",
  opens_at: "2026-09-01T09:00:00Z",
  closes_at: "2026-09-08T09:00:00Z",
  ends_at: "2026-12-19T09:00:00Z",
  phase: "upcoming",
  pool_id: "p",
  renewal_opens_at: null,
  renewal_closes_at: null,
  taken: 0,
  units: 0,
};

describe("the form of a term", () => {
  it("shows the community's time", () => expect(formOf(term).opens_at).toBe("2026-09-01T18:00"));

  it("sends only what changed of an old term", () => {
    const form = { ...formOf(term), closes_at: "2026-09-09T18:00" };
    expect(bodyOf(form, term)).toEqual({ closes_at: "2026-09-09T09:00:00.000Z" });
    expect(bodyOf(formOf(term), term)).toEqual({});
  });

  it("sends everything that was filled in of a new one", () => {
    const form = {
      ...formOf(null),
      name: " 봄 ",
      opens_at: "2027-03-01T09:00",
      closes_at: "2027-03-08T09:00",
    };
    expect(bodyOf(form, null)).toEqual({
      name: "봄",
      opens_at: "2027-03-01T00:00:00.000Z",
      closes_at: "2027-03-08T00:00:00.000Z",
    });
  });

  it("knows what is missing and what runs backwards", () => {
    expect(Object.keys(termProblems(formOf(null)))).toEqual(["name", "opens_at", "closes_at"]);
    expect(Object.keys(termProblems({ ...formOf(term), ends_at: "2026-09-02T00:00" }))).toEqual(["ends_at"]);
    expect(termProblems(formOf(term))).toEqual({});
  });
});
