import { post } from "@shared/api/client";
import { gaveBack, useCommand } from "./useCommand";

export const useConfirm = () => useCommand((id: number) => post(`/lockers/${id}/confirm`));
export const useReleaseHold = () => useCommand((id: number) => post(`/lockers/${id}/release-hold`), gaveBack);
export const useRelease = () => useCommand((id: number) => post(`/lockers/${id}/release`), gaveBack);
export const useRenew = () => useCommand((id: number) => post(`/lockers/${id}/renewal`));

export const useMove = () =>
  useCommand(({ from, to }: { from: number; to: number }) => post(`/lockers/${from}/move`, { to }));

export const useReportDefect = () =>
  useCommand(({ id, description }: { id: number; description: string }) =>
    post(`/lockers/${id}/defect`, { description }),
  );
