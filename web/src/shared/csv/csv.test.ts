import { describe, expect, it } from "vitest";
import { decode, parts, records } from "./csv";

describe("a CSV file", () => {
  it("is read as UTF-8 with or without its mark", () => {
    const bytes = new TextEncoder().encode("\uFEFF이름\n민지");
    expect(decode(bytes.buffer as ArrayBuffer)).toBe("이름\n민지");
  });

  it("is read as Korean Excel writes it", () => {
    expect(decode(new Uint8Array([0xb0, 0xa1, 0x2c, 0x31]).buffer)).toBe("가,1");
  });

  it("keeps a quoted line break in its record and forgets empty lines", () => {
    expect(records('a,b\r\n1,"x\ny"\r\n\r\n2,z')).toEqual([
      { line: 1, text: "a,b" },
      { line: 2, text: '1,"x\ny"' },
      { line: 5, text: "2,z" },
    ]);
  });

  it("is cut into parts that know the line of the file", () => {
    const cut = parts("id,place\n1,A\n2,B\n\n3,C\n", 2);
    expect(cut.map((part) => part.text)).toEqual(["id,place\n1,A\n2,B\n", "id,place\n3,C\n"]);
    expect(cut.map((part) => part.records)).toEqual([2, 1]);
    expect(cut[0]?.lineOf(3)).toBe(3);
    expect(cut[1]?.lineOf(2)).toBe(5);
  });

  it("is nothing when it is empty", () => expect(parts("\n\n", 10)).toEqual([]));
});
