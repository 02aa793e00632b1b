import type { Locker, MyLocker, Term } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { type Floor, nearby } from "../model/floor";
import { HoldSheet } from "./HoldSheet";
import { MoveSheet } from "./MoveSheet";
import { NearbySheet } from "./NearbySheet";
import { SwapSheet } from "./SwapSheet";
import type { useHoldFlow } from "./useHoldFlow";

interface Props {
  flow: ReturnType<typeof useHoldFlow>;
  mine: MyLocker | null;
  term: Term | null;
  floor: Floor;
  isFree: (locker: Locker) => boolean;
}

/** Whatever sheet the last touch led to; one at a time. */
export function HoldSheets({ flow, mine, term, floor, isFree }: Props) {
  const t = useT();
  const { showing } = flow;
  const spot = floor.spots.find((one) => one.locker.locker_id === mine?.locker_id);
  const where = mine
    ? [mine.location_id, spot && t("locker.spot", { row: spot.row, column: spot.column })]
        .filter(Boolean)
        .join(" · ")
    : "";
  const near = showing?.kind === "nearby" ? showing : null;
  const nearest = near ? (near.nearest ?? nearby(floor, near.id, isFree)) : [];
  const takeable = mine === null && term !== null;

  return (
    <>
      <HoldSheet
        // Confirmed, perhaps in another tab: nothing is left to ask.
        id={showing?.kind === "hold" && mine?.state !== "confirmed" ? showing.id : null}
        mine={mine}
        term={term}
        spot={where}
        pending={flow.pending}
        onClose={flow.close}
        onHoldAgain={flow.take}
      />
      <MoveSheet mine={mine} to={showing?.kind === "move" ? showing.id : null} onClose={flow.close} />
      <SwapSheet mine={mine} to={showing?.kind === "swap" ? showing.id : null} onClose={flow.close} />
      <NearbySheet
        open={near !== null}
        title={near ? t(`locker.refused.${near.why}.title`, { id: near.id }) : ""}
        about={t(takeable && nearest.length > 0 ? "locker.refused.beside" : "locker.refused.nothing")}
        nearest={takeable ? nearest : []}
        onClose={flow.close}
        onPick={flow.take}
      />
    </>
  );
}
