import { useT } from "@shared/i18n";
import { useTopic } from "@shared/live/useTopic";
import { toast } from "@shared/ui/Toast";
import { useQueryClient } from "@tanstack/react-query";
import { LOCKERS, MINE, SWAPS } from "./api/keys";

/** Listens on every page to what concerns me: my hold ends, somebody asks for a swap. */
export function LockerLive() {
  const t = useT();
  const client = useQueryClient();
  const again = (...keys: (readonly string[])[]) => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
  useTopic("me", {
    onEvent: (event) => {
      if (event.type === "claim_changed") {
        again(MINE);
        const { state, reason } = event.data;
        if (state === "ended" && reason === "expired") toast(t("locker.told.expired"), { bad: true });
        if (state === "ended" && reason === "revoked") toast(t("locker.told.revoked"), { bad: true });
      }
      if (event.type === "swap_requested") {
        again(SWAPS);
        toast(t("locker.told.swap_requested"));
      }
      if (event.type === "swap_answered") again(SWAPS, MINE, LOCKERS);
    },
    onResync: () => again(MINE, SWAPS),
  });
  return null;
}
