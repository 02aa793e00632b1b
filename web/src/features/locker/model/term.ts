import type { Term, TermPhase } from "@shared/api/types";

/** The term's phase by the server's clock, not by when we last asked. */
export function phaseAt(term: Pick<Term, "opens_at" | "closes_at" | "ends_at">, now: number): TermPhase {
  if (now < Date.parse(term.opens_at)) return "upcoming";
  if (now < Date.parse(term.closes_at)) return "open";
  return now < Date.parse(term.ends_at) ? "closed" : "ended";
}

/** The next moment at which the phase turns; null when it never will again. */
export function nextTurn(term: Pick<Term, "opens_at" | "closes_at" | "ends_at">, now: number): number | null {
  return (
    [term.opens_at, term.closes_at, term.ends_at].map((at) => Date.parse(at)).find((at) => at > now) ?? null
  );
}
