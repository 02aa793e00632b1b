import { describe, expect, it } from "vitest";
import { query } from "./client";
import { isProblem, problemOf, unreachable } from "./problem";
import { singleFlight } from "./refresh";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

describe("a problem", () => {
  it("keeps code, text, field errors and what else the server told", async () => {
    const problem = await problemOf(
      answer(409, {
        type: "about:blank",
        title: "Conflict",
        status: 409,
        detail: "방금 다른 분이 선택했어요.",
        code: "unit_taken",
        errors: { locker_id: ["taken"], name: "too short" },
        nearest: [104, 112],
      }),
    );
    expect(problem.message).toBe("방금 다른 분이 선택했어요.");
    expect(problem.errors).toEqual({ locker_id: ["taken"], name: ["too short"] });
    expect(problem.details).toEqual({ nearest: [104, 112] });
    expect(isProblem(problem, "unit_taken")).toBe(true);
    expect(isProblem(problem, "hold_expired")).toBe(false);
  });

  it("survives answers that are none of ours", async () => {
    const problem = await problemOf(answer(502, "<html>Bad gateway</html>"));
    expect([problem.status, problem.code, problem.message]).toEqual([502, "http_502", ""]);
  });

  it("reads Retry-After", async () => {
    expect((await problemOf(answer(503, {}, { "Retry-After": "2" }))).retryAfterSeconds).toBe(2);
    expect((await problemOf(answer(503, {}, { "Retry-After": "soon" }))).retryAfterSeconds).toBeNull();
    expect((await problemOf(answer(503, {}))).retryAfterSeconds).toBeNull();
  });

  it("knows when nobody answered", () => expect(unreachable().unreachable).toBe(true));
});

describe("single flight", () => {
  it("lets everybody wait for one piece of work", async () => {
    let runs = 0;
    let finish = (_: string) => {};
    const fly = singleFlight(() => {
      runs++;
      return new Promise<string>((resolve) => {
        finish = resolve;
      });
    });
    const both = [fly(), fly()];
    finish("done");
    expect(await Promise.all(both)).toEqual(["done", "done"]);
    expect(runs).toBe(1);
  });

  it("works anew after an end, a failure included", async () => {
    let runs = 0;
    const fly = singleFlight(async () => {
      if (++runs === 1) throw new Error("no network");
      return runs;
    });
    await expect(fly()).rejects.toThrow("no network");
    expect(await fly()).toBe(2);
  });
});

describe("query strings", () => {
  it("leave out what is empty", () => {
    expect(query({ cursor: null, query: "", state: "held", limit: 50, floor: undefined })).toBe(
      "?state=held&limit=50",
    );
    expect(query({})).toBe("");
  });
});
