export type Frame =
  | { op: "subscribed"; id: number; topic: string; version: number }
  | LiveEvent
  | { op: "resync"; topic: string; version: number }
  | { op: "pong"; t: number; now: string }
  | { op: "error"; id?: number; code: string };

export interface LiveEvent {
  op: "event";
  topic: string;
  version: number;
  type: string;
  data: Record<string, unknown>;
}

/** One frame of the server, or null when it is none we know. */
export function parseFrame(text: string): Frame | null {
  try {
    const frame = JSON.parse(text) as Frame;
    return typeof frame === "object" && frame !== null && typeof frame.op === "string" ? frame : null;
  } catch {
    return null;
  }
}

/** Full-jitter backoff: a restarted server is not stormed by everybody in the same second. */
export function backoffMs(attempt: number, random = Math.random()): number {
  const ceiling = Math.min(20_000, 500 * 2 ** attempt);
  return 250 + random * ceiling;
}
