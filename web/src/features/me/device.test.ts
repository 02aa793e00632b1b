import { describe, expect, it } from "vitest";
import { device } from "./device";

describe("a device", () => {
  it.each([
    [
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
      "Chrome · Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1",
      "Safari · iPhone",
    ],
    ["Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows"],
    ["curl/8.5", "curl/8.5"],
    [null, null],
  ])("is told from its agent (%s)", (agent, name) => expect(device(agent)).toBe(name));
});
