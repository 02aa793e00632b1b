import { get, patch, post } from "@shared/api/client";
import type { AdminTerm, Page } from "@shared/api/types";
import { useQuery } from "@tanstack/react-query";
import { TERMS } from "./keys";
import { useAdminCommand } from "./useAdminCommand";

export interface TermBody {
  name?: string;
  opens_at?: string;
  closes_at?: string;
  ends_at?: string;
  renewal_opens_at?: string;
  renewal_closes_at?: string;
}

export const useTerms = () =>
  useQuery({
    queryKey: TERMS,
    queryFn: async ({ signal }) => (await get<Page<AdminTerm>>("/admin/locker-terms", signal)).items,
  });

export const useSaveTerm = () =>
  useAdminCommand(({ id, body }: { id: string | null; body: TermBody }) =>
    id === null ? post("/admin/locker-terms", body) : patch(`/admin/locker-terms/${id}`, body),
  );

export const useReturnAll = () =>
  useAdminCommand((id: string) => post<{ returned: number }>(`/admin/locker-terms/${id}/return`));
