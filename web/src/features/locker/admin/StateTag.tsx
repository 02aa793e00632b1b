import type { LockerState } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Tag, type Tone } from "@shared/ui/Card";
import { LookIcon } from "../grid/LookIcon";

const TONES: Record<LockerState, Tone> = {
  free: "brand",
  held: "held",
  confirmed: "plain",
  broken: "danger",
};

export function StateTag({ state }: { state: LockerState }) {
  const t = useT();
  const look = state === "confirmed" ? "taken" : state;
  return (
    <Tag tone={TONES[state]}>
      <LookIcon look={look} size={12} />
      {t(`locker.look.${look}`)}
    </Tag>
  );
}
