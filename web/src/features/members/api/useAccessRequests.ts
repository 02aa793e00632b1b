import { askAgain } from "@shared/api/askAgain";
import { post } from "@shared/api/client";
import { usePages } from "@shared/api/pages";
import type { AccessAction, AccessRequest } from "@shared/api/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";

const REQUESTS = ["admin-access-requests"];

export interface Resolution {
  action: AccessAction;
  note?: string;
  merge_into_serial_id?: number;
}

export const useAccessRequests = (status: AccessRequest["status"]) =>
  usePages<AccessRequest>(REQUESTS, "/admin/access-requests", { status });

export function useResolveRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...resolution }: Resolution & { id: string }) =>
      post(`/admin/access-requests/${id}/resolution`, resolution),
    onSettled: () => askAgain(client, REQUESTS),
  });
}
