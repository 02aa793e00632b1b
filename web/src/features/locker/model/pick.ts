import type { MyLocker, TermPhase } from "@shared/api/types";
import type { Look } from "./view";

/** What touching a locker leads to. */
export type Pick =
  | { kind: "hold"; id: number }
  | { kind: "mine" }
  | { kind: "move"; id: number }
  | { kind: "swap"; id: number }
  | { kind: "wait"; id: number }
  | { kind: "closed"; id: number }
  | { kind: "unavailable"; id: number; look: "held" | "taken" | "broken" };

export function pick(id: number, look: Look, mine: MyLocker | null, phase: TermPhase | null): Pick {
  if (look === "mine" || look === "my_hold") return { kind: "mine" };
  if (look === "broken" || look === "held") return { kind: "unavailable", id, look };
  if (look === "taken") {
    return mine?.state === "confirmed" && phase !== "ended"
      ? { kind: "swap", id }
      : { kind: "unavailable", id, look };
  }
  if (phase === "upcoming") return { kind: "wait", id };
  if (phase !== "open") return { kind: "closed", id };
  return mine ? { kind: "move", id } : { kind: "hold", id };
}
