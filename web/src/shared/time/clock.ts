import { Store } from "../lib/store";

/** How far the server's clock is ahead of ours, and how sure we are of it. */
export interface Offset {
  offsetMs: number;
  /** Half the round trip: the truth lies within ± this. */
  errorMs: number;
  at: number;
}

const FORGET_AFTER_MS = 5 * 60_000;

/** Keeps the sharper of two measurements; an old one gives way to any newer one. */
export function better(old: Offset | null, sample: Offset): Offset {
  if (!old || sample.at - old.at > FORGET_AFTER_MS) return sample;
  return sample.errorMs <= old.errorMs ? sample : old;
}

/** What one question to the server teaches: sent and received on our clock, `now` on the server's. */
export function measure(sentMs: number, receivedMs: number, serverNow: string): Offset | null {
  const server = Date.parse(serverNow);
  if (Number.isNaN(server) || receivedMs < sentMs) return null;
  const errorMs = (receivedMs - sentMs) / 2;
  return { offsetMs: server - (sentMs + errorMs), errorMs, at: receivedMs };
}

const offset = new Store<Offset | null>(null);

export function learn(sentMs: number, receivedMs: number, serverNow: string) {
  const sample = measure(sentMs, receivedMs, serverNow);
  if (sample) offset.set(better(offset.get(), sample));
}

/** The server's time now, in milliseconds. */
export const serverNow = () => Date.now() + (offset.get()?.offsetMs ?? 0);
