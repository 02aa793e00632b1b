import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem";

/** The client retries what is worth retrying itself; here only a server that is away is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => error instanceof ApiProblem && error.unreachable && failures < 2,
      refetchOnReconnect: true,
      // Offline is an answer too: a screen says so instead of waiting in silence.
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});
