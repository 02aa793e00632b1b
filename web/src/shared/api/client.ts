import { randomKey } from "../lib/id";
import { Store } from "../lib/store";
import { learn } from "../time/clock";
import { ApiProblem, problemOf, unreachable } from "./problem";
import { refreshSession } from "./refresh";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Call {
  method?: Method;
  body?: unknown;
  /** A raw body, such as a CSV file. */
  text?: { type: string; content: string | Blob };
  signal?: AbortSignal;
}

/** Rises when the server no longer knows us; the app listens and asks to log in. */
export const sessionLost = new Store(0);

const BASE = "/api/v1";
const RETRIES = 2;
const RETRY_AFTER_MAX_SECONDS = 3;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const language = () => document.documentElement.lang || "ko";
const isAuth = (path: string) => path.startsWith("/auth/") && !/^\/auth\/(me|sessions)/.test(path);

function headersOf(path: string, call: Call, key: string | null): Headers {
  const headers = new Headers({ Accept: "application/json", "Accept-Language": language() });
  if (path.startsWith("/auth/")) headers.set("Madang-Session", "cookie");
  if (call.text) headers.set("Content-Type", call.text.type);
  else if (call.body !== undefined) headers.set("Content-Type", "application/json");
  if (key) headers.set("Idempotency-Key", key);
  return headers;
}

async function send(path: string, call: Call, key: string | null): Promise<Response> {
  try {
    return await fetch(BASE + path, {
      method: call.method ?? "GET",
      credentials: "same-origin",
      headers: headersOf(path, call, key),
      body: call.text ? call.text.content : call.body === undefined ? null : JSON.stringify(call.body),
      signal: call.signal ?? null,
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw unreachable();
  }
}

/** Whether the same call may be sent once more, and after how long. Reads and keyed writes change nothing twice. */
function waitBeforeRetry(problem: ApiProblem, attempt: number, safe: boolean): number | null {
  if (!safe || attempt >= RETRIES) return null;
  if (problem.unreachable) return navigator.onLine === false ? null : 300 * 3 ** attempt;
  if (problem.status !== 503 && problem.status !== 429) return null;
  const seconds = problem.retryAfterSeconds ?? 1;
  return seconds <= RETRY_AFTER_MAX_SECONDS ? seconds * 1000 + Math.random() * 300 : null;
}

async function attempt(path: string, call: Call, key: string | null): Promise<Response> {
  const answer = await send(path, call, key);
  if (answer.ok) return answer;
  if (answer.status === 401 && !isAuth(path)) {
    const alive = await refreshSession().catch(() => {
      throw unreachable();
    });
    if (alive) {
      const again = await send(path, call, key);
      if (again.ok) return again;
      if (again.status !== 401) throw await problemOf(again);
    }
    sessionLost.set(sessionLost.get() + 1);
  }
  throw await problemOf(answer);
}

/** Sends one call and answers the raw response, or throws an ApiProblem. */
export async function raw(path: string, call: Call = {}): Promise<Response> {
  const write = (call.method ?? "GET") !== "GET";
  const key = write && !path.startsWith("/auth/") ? randomKey() : null;
  const safe = !write || key !== null;
  for (let tried = 0; ; tried++) {
    try {
      return await attempt(path, call, key);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      const wait = waitBeforeRetry(failure, tried, safe);
      if (wait === null) throw failure;
      await pause(wait);
    }
  }
}

async function json<T>(path: string, call: Call): Promise<T> {
  const sent = Date.now();
  const answer = await raw(path, call);
  if (answer.status === 204) return undefined as T;
  const body = (await answer.json()) as T & { now?: string };
  if (typeof body?.now === "string") learn(sent, Date.now(), body.now);
  return body;
}

export const get = <T>(path: string, signal?: AbortSignal) => json<T>(path, signal ? { signal } : {});
export const post = <T>(path: string, body: unknown = {}) => json<T>(path, { method: "POST", body });
export const put = <T>(path: string, body: unknown = {}) => json<T>(path, { method: "PUT", body });
export const patch = <T>(path: string, body: unknown) => json<T>(path, { method: "PATCH", body });
export const del = (path: string) => json<void>(path, { method: "DELETE" });
export const postCsv = <T>(path: string, content: string | Blob) =>
  json<T>(path, { method: "POST", text: { type: "text/csv; charset=utf-8", content } });

/** `?a=1&b=2`, leaving out what is empty: the server refuses parameters it does not know and values it cannot read. */
export function query(params: Record<string, string | number | null | undefined>): string {
  const filled = Object.entries(params).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return filled.length === 0
    ? ""
    : `?${new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))}`;
}
