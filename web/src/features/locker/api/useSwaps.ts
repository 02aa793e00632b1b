import { get } from "@shared/api/client";
import type { Swaps } from "@shared/api/types";
import { useQuery } from "@tanstack/react-query";
import { SWAPS } from "./keys";

export const useSwaps = () =>
  useQuery({ queryKey: SWAPS, queryFn: ({ signal }) => get<Swaps>("/lockers/swaps", signal) });
