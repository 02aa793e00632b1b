import { get, patch } from "@shared/api/client";
import type { LockerPlace, Page } from "@shared/api/types";
import { useQuery } from "@tanstack/react-query";
import { PLACES } from "./keys";
import { useAdminCommand } from "./useAdminCommand";

export const usePlaces = () =>
  useQuery({
    queryKey: PLACES,
    queryFn: async ({ signal }) => (await get<Page<LockerPlace>>("/admin/locker-places", signal)).items,
  });

export const useEditPlace = () =>
  useAdminCommand(({ id, ...change }: { id: string; name?: string; instructions?: string }) =>
    patch(`/admin/locker-places/${id}`, change),
  );
