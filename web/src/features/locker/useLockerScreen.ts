import { askAgain } from "@shared/api/askAgain";
import type { LockerList, Mine, MyLocker, Term } from "@shared/api/types";
import { serverNow } from "@shared/time/clock";
import { useReached } from "@shared/time/useNow";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { LOCKERS, MINE } from "./api/keys";
import { useLockers } from "./api/useLockers";
import { useMine } from "./api/useMine";
import { nextTurn, phaseAt } from "./model/term";
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

const SPREAD_MS = 2_000;

/** Renders again when the term opens, closes or ends; after the latter two another term may be the one to show. */
function useTurns(term: Term | null, now: number) {
  const client = useQueryClient();
  const phase = term && phaseAt(term, now);
  const before = useRef(phase);
  useReached(term && nextTurn(term, now));
  useEffect(() => {
    const turned = before.current !== null && phase !== before.current;
    before.current = phase;
    if (!turned || phase === "open") return;
    // Everybody sees the end in the same second; they need not all ask in it.
    const timer = setTimeout(() => askAgain(client, LOCKERS, MINE), Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [phase, client]);
}

/** The list, mine, and the moment they are shown for; renders again whenever somebody's hold runs out. */
export function useLockerScreen() {
  const query = useLockers();
  const mine = useMyLockerNow(query.data);
  const now = serverNow();
  useReached(nextExpiry(query.data, now));
  useTurns(query.data?.term ?? null, now);
  return { query, mine, now };
}
