import type { Locker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Card } from "@shared/ui/Card";
import { Chips } from "@shared/ui/Chips";
import { ConnectionBadge } from "@shared/ui/ConnectionBadge";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, Notice } from "@shared/ui/States";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Archive } from "lucide-react";
import { useMemo } from "react";
import { Announcer } from "./Announcer";
import { floorName } from "./floorName";
import { Legend } from "./grid/Legend";
import { LockerGrid } from "./grid/LockerGrid";
import { LockersSkeleton } from "./grid/LockersSkeleton";
import { HoldSheets } from "./hold/HoldSheets";
import { useHoldFlow } from "./hold/useHoldFlow";
import { ModeNotice } from "./ModeNotice";
import { MyStrip } from "./MyStrip";
import { floorsOf } from "./model/floor";
import { pick } from "./model/pick";
import { phaseAt } from "./model/term";
import { look } from "./model/view";
import { OpeningCard } from "./OpeningCard";
import { useLockerScreen } from "./useLockerScreen";

/** The lockers of a floor, live. */
export function LockersPage() {
  const t = useT();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/lockers" });
  const { query, mine, now } = useLockerScreen();
  const showHold = () => mine && flow.show({ kind: "hold", id: mine.locker_id });
  const flow = useHoldFlow(() =>
    mine?.state === "held" ? showHold() : void navigate({ to: "/lockers/mine" }),
  );
  const list = query.data;
  const term = list?.term ?? null;
  const floors = useMemo(
    () => floorsOf(list?.lockers ?? [], (floor) => floorName(t, floor)),
    [list?.lockers, t],
  );

  if (query.isPending) return <LockersSkeleton />;
  if (!list) {
    return (
      <Page title={t("locker.title")}>
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      </Page>
    );
  }
  const home = floors.find((floor) => floor.spots.some((spot) => spot.locker.locker_id === mine?.locker_id));
  const floor = floors.find((one) => one.location === search.at) ?? home ?? floors[0];
  const phase = term && phaseAt(term, now);
  const isFree = (locker: Locker) => look(locker, mine, now) === "free";
  const mode = mine?.state === "confirmed" ? search.do : undefined;
  const onPick = (id: number) => {
    const spot = floor?.spots.find((one) => one.locker.locker_id === id);
    if (spot) flow.act(pick(id, look(spot.locker, mine, now), mine, phase));
  };

  return (
    <Page title={t("locker.title")} aside={<ConnectionBadge />}>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_320px] lg:items-start lg:gap-6">
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-7 lg:order-2">
          {mine && <MyStrip mine={mine} onShow={showHold} />}
          {term ? (
            <OpeningCard
              term={term}
              lockers={list.lockers.length}
              free={list.lockers.filter(isFree).length}
            />
          ) : (
            <Notice>{t("locker.term.none")}</Notice>
          )}
        </div>
        {floor ? (
          <div className="flex min-w-0 flex-col gap-4">
            {mode && <ModeNotice mode={mode} at={search.at} />}
            <Chips
              label={t("locker.floors")}
              value={floor.location}
              onChoose={(at) =>
                navigate({ to: "/lockers", search: { ...search, at }, replace: true, resetScroll: false })
              }
              choices={floors.map((one) => ({
                value: one.location,
                label: one.location,
                count: one.spots.filter((spot) => isFree(spot.locker)).length,
              }))}
            />
            <Card className="-mx-2.5 !p-2.5 sm:mx-0 sm:!p-4">
              <LockerGrid
                key={floor.location}
                floor={floor}
                lookOf={(spot) => look(spot.locker, mine, now)}
                choices={mode && (mode === "move" ? "free" : "taken")}
                onPick={onPick}
              />
            </Card>
            <Legend />
            <HoldSheets flow={flow} mine={mine} term={term} floor={floor} isFree={isFree} />
            <Announcer mine={mine} phase={phase} />
          </div>
        ) : (
          <EmptyState icon={<Archive size={26} />} title={t("locker.empty.title")}>
            {t("locker.empty.about")}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}
