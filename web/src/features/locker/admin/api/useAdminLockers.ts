import { get, query } from "@shared/api/client";
import { usePages } from "@shared/api/pages";
import type { AdminLocker, HistoryEntry, LockerState, Page } from "@shared/api/types";
import { useQuery } from "@tanstack/react-query";
import { ADMIN_LOCKERS, HISTORY } from "./keys";

export interface LockerFilter {
  place_id?: string;
  state?: LockerState | "";
  query?: string;
}

export const useAdminLockers = (filter: LockerFilter) =>
  usePages<AdminLocker>(ADMIN_LOCKERS, "/admin/lockers", { ...filter });

/** One locker; null when there is none of that number. */
export const useAdminLocker = (id: number) =>
  useQuery({
    queryKey: [...ADMIN_LOCKERS, "one", id],
    queryFn: async ({ signal }) => {
      const page = await get<Page<AdminLocker>>(`/admin/lockers${query({ query: id, limit: 100 })}`, signal);
      return page.items.find((locker) => locker.locker_id === id) ?? null;
    },
  });

export const useLockerHistory = (id: number) =>
  usePages<HistoryEntry>([...HISTORY, id], `/admin/lockers/${id}/history`);
