import { describe, expect, it } from "vitest";
import { problemsOf, toBody } from "./identity";

const good = { studentId: "2026 12345", name: "김민지", phone: "010-1234-5678" };

describe("who logs in", () => {
  it("is sent as digits and a composed name", () => {
    expect(toBody({ ...good, name: " 김민지 ".normalize("NFD") })).toEqual({
      student_id: "202612345",
      name: "김민지",
      phone_number: "01012345678",
    });
  });

  it("passes when everything is well", () => expect(problemsOf(good)).toEqual({}));

  it.each([
    ["student_id", { ...good, studentId: "1234567" }],
    ["name", { ...good, name: "김" }],
    ["name", { ...good, name: "가".repeat(21) }],
    ["phone_number", { ...good, phone: "010-123" }],
  ])("is told about %s", (field, identity) => expect(Object.keys(problemsOf(identity))).toEqual([field]));
});
