import { isProblem } from "@shared/api/problem";
import { useProblemText } from "@shared/api/problemText";
import { useT } from "@shared/i18n";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useHold } from "../api/useHold";
import type { Pick } from "../model/pick";

export type Showing =
  | { kind: "hold"; id: number }
  | { kind: "move"; id: number }
  | { kind: "swap"; id: number }
  | {
      kind: "nearby";
      id: number;
      why: "just_taken" | "held" | "taken" | "broken";
      nearest: readonly number[] | null;
    };

const numbers = (value: unknown): number[] | null =>
  Array.isArray(value) ? value.filter((entry): entry is number => typeof entry === "number") : null;

/** What happens after a touch: a hold at once, or the sheet that fits. */
export function useHoldFlow(onMine: () => void) {
  const t = useT();
  const textOf = useProblemText();
  const hold = useHold();
  const [showing, setShowing] = useState<Showing | null>(null);

  const take = (id: number) => {
    setShowing({ kind: "hold", id });
    hold.mutate(id, {
      onError: (problem) => {
        if (isProblem(problem, "unit_taken", "unit_blocked")) {
          setShowing({ kind: "nearby", id, why: "just_taken", nearest: numbers(problem.details.nearest) });
        } else if (!isProblem(problem, "already_mine")) {
          setShowing(null);
          toast(textOf(problem), { bad: true });
        }
      },
    });
  };

  const act = (what: Pick) => {
    switch (what.kind) {
      case "hold":
        return take(what.id);
      case "mine":
        return onMine();
      case "move":
      case "swap":
        return setShowing(what);
      case "wait":
        return toast(t("locker.pick.wait"), { bad: true });
      case "closed":
        return toast(t("locker.pick.closed"), { bad: true });
      case "unavailable":
        return setShowing({ kind: "nearby", id: what.id, why: what.look, nearest: null });
    }
  };

  return { showing, show: setShowing, close: () => setShowing(null), take, act, pending: hold.isPending };
}
