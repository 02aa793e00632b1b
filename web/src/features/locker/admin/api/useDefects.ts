import { post } from "@shared/api/client";
import { usePages } from "@shared/api/pages";
import type { Defect } from "@shared/api/types";
import { DEFECTS } from "./keys";
import { useAdminCommand } from "./useAdminCommand";

export const useDefects = (status: Defect["status"]) =>
  usePages<Defect>(DEFECTS, "/admin/lockers/defects", { status });

export const useResolveDefect = () =>
  useAdminCommand(({ id, note }: { id: string; note: string }) =>
    post(`/admin/lockers/defects/${id}/resolution`, note ? { note } : {}),
  );
