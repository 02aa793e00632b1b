import { queryOptions, useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import { isProblem } from "../api/problem";
import type { Me } from "../api/types";

/** Who I am; null when nobody is logged in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await get<Me>("/auth/me", signal);
    } catch (failure) {
      if (isProblem(failure) && failure.status === 401) return null;
      throw failure;
    }
  },
  staleTime: 5 * 60_000,
});

export const useMe = () => useQuery(meQuery);
export const useIsAdmin = () => useMe().data?.role === "admin";
