import { del, post } from "@shared/api/client";
import { useCommand } from "./useCommand";

export const useAskSwap = () =>
  useCommand(({ id, message }: { id: number; message: string }) =>
    post(`/lockers/${id}/swap`, message ? { message } : {}),
  );

export const useAnswerSwap = () =>
  useCommand(({ id, answer }: { id: string; answer: "accept" | "decline" }) =>
    post(`/lockers/swaps/${id}/${answer}`),
  );

export const useWithdrawSwap = () => useCommand((id: string) => del(`/lockers/swaps/${id}`));
