import { del } from "@shared/api/client";
import { usePages } from "@shared/api/pages";
import type { Session } from "@shared/api/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";

const SESSIONS = ["sessions"];

export const useSessions = () => usePages<Session>(SESSIONS, "/auth/sessions");

/** Ends one session, or all but this one. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) => del(id === null ? "/auth/sessions" : `/auth/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}
