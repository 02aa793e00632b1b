import { keep } from "../lib/keep";

/**
 * Renews the session at most once at a time: every call that got a 401 waits for the same answer. Tabs take turns,
 * because the refresh token rotates and a second use of it would look like theft.
 */
export function singleFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}

const JUST_NOW_MS = 5_000;

async function askServer(): Promise<boolean> {
  // Another tab may have renewed our shared cookies while we waited for our turn.
  if (Date.now() - Number(keep.get("refreshed") ?? 0) < JUST_NOW_MS) return true;
  const answer = await fetch("/api/v1/auth/refresh", {
    method: "POST",
    credentials: "same-origin",
    headers: { "Madang-Session": "cookie", "Content-Type": "application/json" },
    body: "{}",
  });
  if (answer.ok) keep.set("refreshed", String(Date.now()));
  // Trouble at the server is not the end of a session.
  if (!answer.ok && answer.status !== 401 && answer.status !== 400 && answer.status !== 403) {
    throw new TypeError(`refresh answered ${answer.status}`);
  }
  return answer.ok;
}

/** True when the session lives on; false when one has to log in again; throws when nobody could be asked. */
export const refreshSession = singleFlight(() =>
  navigator.locks ? navigator.locks.request("madang.refresh", askServer) : askServer(),
);

/** A fresh log-in makes an earlier renewal meaningless. */
export const forgetRefresh = () => keep.set("refreshed", "0");
