import { askAgain } from "@shared/api/askAgain";
import type { LockerList, Mine } from "@shared/api/types";
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { LOCKERS, MINE, SWAPS } from "./keys";

/** A command about lockers; afterwards everything it may have changed is asked for again. */
export function useCommand<V>(
  send: (variables: V) => Promise<unknown>,
  done?: (client: QueryClient, variables: V) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (_answer, variables) => done?.(client, variables),
    onSettled: () => askAgain(client, LOCKERS, MINE, SWAPS),
  });
}

/** What I gave back is free on my screen at once, before anybody tells. */
export function gaveBack(client: QueryClient, id: number) {
  client.setQueryData<Mine>(MINE, (old) => ({ ...old, locker: null }));
  client.setQueryData<LockerList>(
    LOCKERS,
    (old) =>
      old && {
        ...old,
        lockers: old.lockers.map((locker) =>
          locker.locker_id === id
            ? { ...locker, state: "free", owner: null, mine: false, hold_expires_at: null }
            : locker,
        ),
      },
  );
}
