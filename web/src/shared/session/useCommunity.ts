import { useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { Community } from "../api/types";

/** Name and rules of this yard; also the first look at the server's clock. */
export const useCommunity = () =>
  useQuery({
    queryKey: ["community"],
    queryFn: ({ signal }) => get<Community>("/community", signal),
    staleTime: 10 * 60_000,
  });
