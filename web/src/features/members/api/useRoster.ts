import { askAgain } from "@shared/api/askAgain";
import { get, put } from "@shared/api/client";
import { usePages } from "@shared/api/pages";
import type { Community, RosterEntry } from "@shared/api/types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

export const ROSTER = ["admin-roster"];
const SETTINGS = ["admin-roster-settings"];

export type RosterMode = Community["roster"];

export const useRoster = (query: string) => usePages<RosterEntry>(ROSTER, "/admin/roster", { query });

export const useRosterMode = () =>
  useQuery({
    queryKey: SETTINGS,
    queryFn: async ({ signal }) => (await get<{ mode: RosterMode }>("/admin/roster/settings", signal)).mode,
  });

export function useSetRosterMode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mode: RosterMode) => put("/admin/roster/settings", { mode }),
    onSettled: () => askAgain(client, SETTINGS, ["community"]),
  });
}
