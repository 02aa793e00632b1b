import { Check, Clock, Lock, Timer, Wrench } from "lucide-react";
import type { Look } from "../model/view";

const ICONS = { held: Clock, taken: Lock, broken: Wrench, my_hold: Timer, mine: Check } as const;

/** The sign under the number; a free locker has none. */
export function LookIcon({ look, size = 11 }: { look: Look; size?: number }) {
  if (look === "free") return null;
  const Icon = ICONS[look];
  return (
    <Icon
      aria-hidden
      size={size}
      strokeWidth={2.6}
      className={look === "broken" ? "text-ink-3" : undefined}
    />
  );
}
