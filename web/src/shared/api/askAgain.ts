import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Asks for these again, without waiting: what a command leads to (a closed sheet, a message) must not hang on answers
 * that may replace the very component that asked.
 */
export function askAgain(client: QueryClient, ...keys: readonly QueryKey[]) {
  for (const queryKey of keys) void client.invalidateQueries({ queryKey });
}
