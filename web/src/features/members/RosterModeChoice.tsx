import { useProblemText } from "@shared/api/problemText";
import { useT } from "@shared/i18n";
import { Card } from "@shared/ui/Card";
import { Chips } from "@shared/ui/Chips";
import { ErrorState, Skeleton } from "@shared/ui/States";
import { toast } from "@shared/ui/Toast";
import { type RosterMode, useRosterMode, useSetRosterMode } from "./api/useRoster";

/** Whether anyone may register, or only who stands on the roster. */
export function RosterModeChoice() {
  const t = useT();
  const textOf = useProblemText();
  const mode = useRosterMode();
  const set = useSetRosterMode();
  if (mode.isPending) return <Skeleton className="h-28" />;
  if (mode.isError) return <ErrorState error={mode.error} onRetry={() => mode.refetch()} />;
  const shown = set.isPending ? set.variables : mode.data;
  return (
    <Card label={t("members.roster.mode")}>
      <h2 className="mb-1 text-[17px]">{t("members.roster.mode")}</h2>
      <div className="overflow-hidden px-5 -mx-5">
        <Chips<RosterMode>
          label={t("members.roster.mode")}
          value={shown}
          onChoose={(next) =>
            set.mutate(next, {
              onSuccess: () => toast(t("members.roster.mode_saved")),
              onError: (problem) => toast(textOf(problem), { bad: true }),
            })
          }
          choices={[
            { value: "open", label: t("members.roster.open") },
            { value: "closed", label: t("members.roster.closed") },
          ]}
        />
      </div>
      <p className="mt-1.5 text-[15px] text-ink-2">{t(`members.roster.about_${shown}`)}</p>
    </Card>
  );
}
