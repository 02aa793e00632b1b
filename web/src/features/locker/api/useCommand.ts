import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LOCKERS, MINE, SWAPS } from "./keys";

/** A command about lockers; afterwards everything it may have changed is asked for again. */
export function useCommand<V>(send: (variables: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () =>
      Promise.all([LOCKERS, MINE, SWAPS].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
