import { post } from "@shared/api/client";
import { live } from "@shared/live/socket";
import { meQuery } from "@shared/session/useMe";
import { useMutation, useQueryClient } from "@tanstack/react-query";

export function useLogOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post("/auth/logout"),
    onSuccess: () => {
      live.stop();
      client.setQueryData(meQuery.queryKey, null);
      client.removeQueries({
        predicate: (query) => query.queryKey[0] !== "me" && query.queryKey[0] !== "community",
      });
    },
  });
}
