import { get } from "@shared/api/client";
import type { LockerList } from "@shared/api/types";
import { EventHistory } from "@shared/live/history";
import { useConnection, useTopic } from "@shared/live/useTopic";
import { serverNow } from "@shared/time/clock";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { apply } from "../model/events";
import { phaseAt } from "../model/term";
import { LOCKERS } from "./keys";

const POLL_WHILE_LIVE_MS = 60_000;
/** The socket follows a pool; of the pool of a term that does not exist yet it cannot tell. */
const POLL_FOR_A_TERM_MS = 10_000;
const POLL_WHILE_CUT_OFF_MS = 3_000;

const histories = new Map<string, EventHistory>();

function historyOf(pool: string): EventHistory {
  const found = histories.get(pool) ?? new EventHistory();
  histories.set(pool, found);
  return found;
}

const poolOf = (list: LockerList | undefined) => list?.term?.pool_id ?? null;

/** The list brought up to date with what the socket told while it was on its way; null when there is a gap. */
function caughtUp(list: LockerList): LockerList | null {
  const pool = poolOf(list);
  const events = pool === null ? [] : historyOf(pool).after(list.version);
  return events && apply(list, events);
}

async function fetchLockers({ signal }: { signal: AbortSignal }): Promise<LockerList> {
  const fetched = await get<LockerList>("/lockers", signal);
  return caughtUp(fetched) ?? fetched;
}

function catchUp(client: QueryClient) {
  const list = client.getQueryData<LockerList>(LOCKERS);
  if (!list) return;
  const next = caughtUp(list);
  if (next === null) void client.invalidateQueries({ queryKey: LOCKERS });
  else if (next !== list) client.setQueryData(LOCKERS, next);
}

/** An answer that was overtaken by events must not put the clock back. */
function newer(old: unknown, next: unknown): unknown {
  const [a, b] = [old as LockerList | undefined, next as LockerList];
  return a && poolOf(a) === poolOf(b) && a.version > b.version ? a : b;
}

/** All lockers, live: a snapshot, then every change as it happens; asked for again where the socket cannot tell. */
export function useLockers() {
  const client = useQueryClient();
  const connection = useConnection();
  const query = useQuery({
    queryKey: LOCKERS,
    queryFn: fetchLockers,
    staleTime: 5_000,
    structuralSharing: newer,
    refetchInterval: ({ state }) => {
      if (connection !== "live") return POLL_WHILE_CUT_OFF_MS;
      const term = state.data?.term;
      return term && phaseAt(term, serverNow()) !== "ended" ? POLL_WHILE_LIVE_MS : POLL_FOR_A_TERM_MS;
    },
  });
  const pool = poolOf(query.data);
  useTopic(pool && `pool:${pool}`, {
    since: () => client.getQueryData<LockerList>(LOCKERS)?.version,
    onEvent: (event) => {
      if (pool) historyOf(pool).add(event);
      catchUp(client);
    },
    onResync: () => {
      if (pool) historyOf(pool).clear();
      void client.invalidateQueries({ queryKey: LOCKERS });
    },
  });
  return query;
}
