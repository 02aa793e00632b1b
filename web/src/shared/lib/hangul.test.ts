import { describe, expect, it } from "vitest";
import { particles } from "./hangul";

describe("particles", () => {
  it.each([
    ["민지[이/가]", "민지가"],
    ["도윤[이/가]", "도윤이"],
    ["127번[을/를]", "127번을"],
    ["사물함 103[은/는]", "사물함 103은"],
    ["사물함 105[은/는]", "사물함 105는"],
    ["정보관 1층[으로/로]", "정보관 1층으로"],
    ["과학도서관[으로/로]", "과학도서관으로"],
    ["교실[으로/로]", "교실로"],
    ["“가을 학기”[과/와]", "“가을 학기”와"],
    ["Bell[을/를]", "Bell을"],
    ["Ace[은/는]", "Ace는"],
  ])("reads %s as %s", (raw, spoken) => expect(particles(raw)).toBe(spoken));

  it("leaves text without a pair alone", () =>
    expect(particles("그대로예요 [1/2]")).toBe("그대로예요 [1/2]"));
});
