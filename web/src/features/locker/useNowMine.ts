import type { LockerList, Mine, MyLocker } from "@shared/api/types";
import { serverNow } from "@shared/time/clock";
import { useReached } from "@shared/time/useNow";
import { useLockers } from "./api/useLockers";
import { useMine } from "./api/useMine";
import { heldNow, nextExpiry } from "./model/view";

/** Until my own answer is here, the list's `mine` stands in for it. */
function fromList(list: LockerList | undefined): Mine | undefined {
  const found = list?.lockers.find((locker) => locker.mine);
  if (!found || (found.state !== "held" && found.state !== "confirmed")) return undefined;
  return { locker: { ...found, owner: found.owner ?? "", state: found.state } };
}

/** My locker now; renders again the moment my hold runs out. */
export function useMyLockerNow(list?: LockerList): MyLocker | null {
  const answered = useMine().data;
  const mine = answered ?? fromList(list);
  const until = mine?.locker?.state === "held" ? (mine.locker.hold_expires_at ?? null) : null;
  const over = useReached(until === null ? null : Date.parse(until));
  return heldNow(mine, over && until !== null ? Math.max(serverNow(), Date.parse(until)) : serverNow());
}

/** The list, mine, and the moment they are shown for; renders again whenever somebody's hold runs out. */
export function useLockerScreen() {
  const query = useLockers();
  const mine = useMyLockerNow(query.data);
  const now = serverNow();
  const next = nextExpiry(query.data, now);
  useReached(next);
  return { query, mine, now };
}
