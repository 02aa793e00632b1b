import type { Locker, LockerList, Mine, MyLocker } from "@shared/api/types";

/** How a locker looks to me now. */
export type Look = "free" | "held" | "taken" | "broken" | "my_hold" | "mine";

/** A hold whose time has passed is over, whatever was last heard of it. */
export const expired = (holdExpiresAt: string | null | undefined, now: number) =>
  holdExpiresAt !== null && holdExpiresAt !== undefined && Date.parse(holdExpiresAt) <= now;

export function look(locker: Locker, mine: MyLocker | null, now: number): Look {
  if (mine?.locker_id === locker.locker_id) return mine.state === "held" ? "my_hold" : "mine";
  switch (locker.state) {
    case "free":
      return "free";
    case "broken":
      return "broken";
    case "held":
      // What I let go is free for me before the event of it arrives.
      return locker.mine || expired(locker.hold_expires_at, now) ? "free" : "held";
    case "confirmed":
      return locker.mine ? "free" : "taken";
  }
}

/** What is mine now; a hold that ran out is nothing. */
export function heldNow(mine: Mine | undefined, now: number): MyLocker | null {
  const locker = mine?.locker ?? null;
  return locker && locker.state === "held" && expired(locker.hold_expires_at, now) ? null : locker;
}

/** The next moment at which a hold runs out, so that the screen can look again. */
export function nextExpiry(list: LockerList | undefined, now: number): number | null {
  let next: number | null = null;
  for (const locker of list?.lockers ?? []) {
    if (locker.state !== "held" || !locker.hold_expires_at) continue;
    const at = Date.parse(locker.hold_expires_at);
    if (at > now && (next === null || at < next)) next = at;
  }
  return next;
}
