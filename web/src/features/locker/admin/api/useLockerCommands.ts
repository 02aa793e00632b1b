import { del, patch, post, put, raw } from "@shared/api/client";
import { download } from "@shared/lib/download";
import { useMutation } from "@tanstack/react-query";
import { useAdminCommand } from "./useAdminCommand";

export interface NewGrid {
  location: string;
  floor?: number;
  first_id: number;
  rows: number;
  columns: number;
}

export interface Position {
  location?: string;
  floor?: number;
  row?: number;
  column?: number;
}

export const useCreateGrid = () =>
  useAdminCommand((grid: NewGrid) => post<{ created: number }>("/admin/lockers", grid));

export const useEditLocker = () =>
  useAdminCommand(({ id, position }: { id: number; position: Position }) =>
    patch(`/admin/lockers/${id}`, position),
  );

export const useDeleteLocker = () => useAdminCommand((id: number) => del(`/admin/lockers/${id}`));

export const useAssign = () =>
  useAdminCommand(({ id, ...body }: { id: number; student_id: string; reason: string }) =>
    post(`/admin/lockers/${id}/assign`, body),
  );

export const useRevoke = () =>
  useAdminCommand(({ id, reason }: { id: number; reason: string }) =>
    post(`/admin/lockers/${id}/revoke`, { reason }),
  );

export const useMarkBroken = () =>
  useAdminCommand(({ id, reason }: { id: number; reason: string }) =>
    put(`/admin/lockers/${id}/broken`, { reason }),
  );

export const useMarkMended = () => useAdminCommand((id: number) => del(`/admin/lockers/${id}/broken`));

export const useExport = () =>
  useMutation({
    mutationFn: async () => download(await (await raw("/admin/lockers/export")).blob(), "madang-lockers.csv"),
  });
