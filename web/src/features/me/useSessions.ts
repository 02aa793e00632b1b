import { askAgain } from "@shared/api/askAgain";
import { del, get } from "@shared/api/client";
import type { Page, Session } from "@shared/api/types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

const SESSIONS = ["sessions"];

export const useSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: async ({ signal }) => (await get<Page<Session>>("/auth/sessions", signal)).items,
  });

/** Ends one session, or all but this one. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) => del(id === null ? "/auth/sessions" : `/auth/sessions/${id}`),
    onSettled: () => askAgain(client, SESSIONS),
  });
}
