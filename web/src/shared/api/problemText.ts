import { useT } from "../i18n";
import { ApiProblem } from "./problem";

/** What to tell a person about anything that went wrong: the server's words where it had some, else our own. */
export function useProblemText() {
  const t = useT();
  return (error: unknown): string => {
    if (!(error instanceof ApiProblem)) return t("shared.problem.unknown");
    if (error.unreachable) {
      return navigator.onLine === false ? t("shared.problem.offline") : t("shared.problem.unreachable");
    }
    if (error.message) return error.message;
    if (error.status === 403) return t("shared.problem.forbidden");
    if (error.status === 404) return t("shared.problem.not_found");
    if (error.status === 429) return t("shared.problem.slow_down");
    return t("shared.problem.unknown");
  };
}
