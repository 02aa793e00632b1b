import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { get, query } from "./client";
import type { Page } from "./types";

/** A list by cursor, page after page. */
export function usePages<T>(
  key: QueryKey,
  path: string,
  filter: Record<string, string | number | null | undefined> = {},
) {
  const list = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>(path + query({ ...filter, cursor: pageParam, limit: 50 }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
  return { ...list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}
