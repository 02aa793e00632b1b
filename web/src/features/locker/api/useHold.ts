import { askAgain } from "@shared/api/askAgain";
import { post } from "@shared/api/client";
import type { Held, LockerList, Mine } from "@shared/api/types";
import { serverNow } from "@shared/time/clock";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LOCKERS, MINE } from "./keys";

/** How long a hold is shown until the server says; the server's word follows within a blink. */
export const HOLD_SECONDS = 900;

/** Holds a locker: shown at once, taken back when refused. */
export function useHold() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["hold"],
    mutationFn: (id: number) => post<Held>(`/lockers/${id}/hold`),
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: MINE });
      const before = client.getQueryData<Mine>(MINE);
      const locker = client.getQueryData<LockerList>(LOCKERS)?.lockers.find((l) => l.locker_id === id);
      const until = new Date(serverNow() + HOLD_SECONDS * 1000).toISOString();
      client.setQueryData<Mine>(MINE, {
        ...before,
        locker: {
          locker_id: id,
          location_id: locker?.location_id ?? "",
          owner: "",
          state: "held",
          hold_expires_at: until,
        },
      });
      return { before };
    },
    onSuccess: (answer) => {
      const until =
        answer.locker.hold_expires_at ?? new Date(serverNow() + answer.expires_in * 1000).toISOString();
      client.setQueryData<Mine>(MINE, (old) => ({
        ...old,
        locker: { ...answer.locker, hold_expires_at: until },
      }));
    },
    onError: (_error, _id, context) => {
      client.setQueryData(MINE, context?.before ?? { locker: null });
      askAgain(client, LOCKERS);
    },
    onSettled: () => askAgain(client, MINE),
  });
}
