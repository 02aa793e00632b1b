import { get } from "@shared/api/client";
import type { Mine } from "@shared/api/types";
import { useQuery } from "@tanstack/react-query";
import { MINE } from "./keys";

/** What I hold: always from the truth, never from the list. */
export const useMine = () =>
  useQuery({ queryKey: MINE, queryFn: ({ signal }) => get<Mine>("/lockers/me", signal), staleTime: 5_000 });
