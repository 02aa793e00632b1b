import { askAgain } from "@shared/api/askAgain";
import { useT } from "@shared/i18n";
import { useTopic } from "@shared/live/useTopic";
import { toast } from "@shared/ui/Toast";
import { useQueryClient } from "@tanstack/react-query";
import { LOCKERS, MINE, SWAPS } from "./api/keys";

/** What the engine calls the pools of the lockers. */
const POOL_KIND = "locker_term";

/** Listens on every page to what concerns me: my hold ends, somebody asks for a swap. */
export function LockerLive() {
  const t = useT();
  const client = useQueryClient();
  const again = (...keys: (readonly string[])[]) => askAgain(client, ...keys);
  useTopic("me", {
    onEvent: (event) => {
      if (event.type === "claim_changed" && event.data.kind === POOL_KIND) {
        again(MINE);
        if (event.data.type === "expired") toast(t("locker.told.expired"), { bad: true });
        if (event.data.type === "revoked") toast(t("locker.told.revoked"), { bad: true });
        if (event.data.type === "assigned") toast(t("locker.told.assigned"));
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
