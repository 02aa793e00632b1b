import { post } from "@shared/api/client";
import { forgetRefresh } from "@shared/api/refresh";
import { meQuery } from "@shared/session/useMe";
import { useMutation, useQueryClient } from "@tanstack/react-query";

export type Credentials =
  | { student_id: string; name: string; phone_number: string }
  | { login: string; password: string };

/** Logs in; nothing of whoever was here before stays in memory. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (who: Credentials) => post("login" in who ? "/auth/login" : "/auth/login-or-register", who),
    onSuccess: async () => {
      forgetRefresh();
      client.removeQueries({
        predicate: (query) => query.queryKey[0] !== "community" && query.queryKey[0] !== "me",
      });
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  });
}
