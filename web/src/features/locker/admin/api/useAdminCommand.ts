import { askAgain } from "@shared/api/askAgain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LOCKERS, MINE } from "../../api/keys";
import { ADMIN_LOCKERS, DEFECTS, HISTORY, PLACES, TERMS } from "./keys";

/** A command of an admin; afterwards every list it may have changed is asked for again. */
export function useAdminCommand<V, A = unknown>(send: (variables: V) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => askAgain(client, ADMIN_LOCKERS, PLACES, TERMS, DEFECTS, HISTORY, LOCKERS, MINE),
  });
}
