import { describe, expect, it } from "vitest";
import { digits, phone } from "./phone";

describe("phone", () => {
  it.each([
    ["01012345678", "010-1234-5678"],
    ["010-1234-5678", "010-1234-5678"],
    ["0311234567", "031-123-4567"],
    ["0212345678", "02-1234-5678"],
    ["021234567", "02-123-4567"],
    ["0101", "010-1"],
    ["010", "010"],
  ])("shows %s as %s", (raw, shown) => expect(phone(raw)).toBe(shown));

  it("gives the digits back", () => expect(digits(phone("01012345678"))).toBe("01012345678"));
});
