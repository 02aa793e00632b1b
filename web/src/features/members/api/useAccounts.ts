import { askAgain } from "@shared/api/askAgain";
import { put } from "@shared/api/client";
import { usePages } from "@shared/api/pages";
import type { Account, Role } from "@shared/api/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";

const ACCOUNTS = ["admin-accounts"];

export const useAccounts = (query: string) => usePages<Account>(ACCOUNTS, "/admin/accounts", { query });

export function useSetRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, role }: { id: number; role: Role }) => put(`/admin/accounts/${id}/role`, { role }),
    onSettled: () => askAgain(client, ACCOUNTS),
  });
}
