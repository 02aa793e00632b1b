import { useT } from "@shared/i18n";
import { useReached } from "@shared/time/useNow";
import { Button, buttonClass } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Chips } from "@shared/ui/Chips";
import { ConnectionBadge } from "@shared/ui/ConnectionBadge";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, Notice } from "@shared/ui/States";
import { Timer } from "@shared/ui/Timer";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, Timer as TimerIcon } from "lucide-react";
import { useMemo } from "react";
import { Announcer } from "./Announcer";
import { floorName } from "./floorName";
import { Legend } from "./grid/Legend";
import { LockerGrid } from "./grid/LockerGrid";
import { LockersSkeleton } from "./grid/LockersSkeleton";
import { HoldSheets } from "./hold/HoldSheets";
import { useHoldFlow } from "./hold/useHoldFlow";
import { floorsOf } from "./model/floor";
import { pick } from "./model/pick";
import { nextTurn, phaseAt } from "./model/term";
import { look } from "./model/view";
import { OpeningCard } from "./OpeningCard";
import { useLockerScreen } from "./useNowMine";

/** The lockers of a floor, live. */
export function LockersPage() {
  const t = useT();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/lockers" });
  const { query, mine, now } = useLockerScreen();
  const flow = useHoldFlow(() =>
    mine?.state === "held"
      ? flow.show({ kind: "hold", id: mine.locker_id })
      : void navigate({ to: "/lockers/mine" }),
  );
  const list = query.data;
  const term = list?.term ?? null;
  const turn = term && nextTurn(term, now);
  useReached(turn);
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
  const isFree = (locker: (typeof list.lockers)[number]) => look(locker, mine, now) === "free";
  const free = list.lockers.filter(isFree).length;
  const mode = mine?.state === "confirmed" ? search.do : undefined;

  return (
    <Page title={t("locker.title")} aside={<ConnectionBadge />}>
      {mine && <MyStrip mine={mine} onShow={() => flow.show({ kind: "hold", id: mine.locker_id })} />}
      {term ? (
        <OpeningCard term={term} lockers={list.lockers.length} free={free} />
      ) : (
        <Notice>{t("locker.term.none")}</Notice>
      )}
      {mode && (
        <Notice
          tone="brand"
          action={
            <Link to="/lockers" search={{ at: search.at }} className={buttonClass("secondary")}>
              {t("shared.cancel")}
            </Link>
          }
        >
          {t(`locker.mode.${mode}`)}
        </Notice>
      )}
      {floor ? (
        <>
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
              dim={mode && ((seen) => seen !== (mode === "move" ? "free" : "taken") && seen !== "mine")}
              onPick={(id) => {
                const spot = floor.spots.find((one) => one.locker.locker_id === id);
                if (spot) flow.act(pick(id, look(spot.locker, mine, now), mine, phase));
              }}
            />
          </Card>
          <Legend />
          <HoldSheets flow={flow} mine={mine} term={term} floor={floor} isFree={isFree} />
          <Announcer mine={mine} phase={phase} />
        </>
      ) : (
        <EmptyState icon={<Archive size={26} />} title={t("locker.empty.title")}>
          {t("locker.empty.about")}
        </EmptyState>
      )}
    </Page>
  );
}

function MyStrip({
  mine,
  onShow,
}: {
  mine: NonNullable<ReturnType<typeof useLockerScreen>["mine"]>;
  onShow: () => void;
}) {
  const t = useT();
  if (mine.state === "held") {
    return (
      <Button
        onClick={onShow}
        icon={<TimerIcon aria-hidden size={18} />}
        className="self-start !rounded-full !border-held !text-held-ink"
      >
        {t("locker.hold.pill", { id: mine.locker_id })}
        {mine.hold_expires_at && (
          <Timer until={Date.parse(mine.hold_expires_at)} label={t("locker.hold.left")} />
        )}
      </Button>
    );
  }
  return (
    <Link
      to="/lockers/mine"
      className="flex min-h-12 items-center gap-2 rounded-lg border border-brand bg-brand-soft px-4 font-semibold text-brand"
    >
      <span className="min-w-0 flex-1 truncate">
        {t("locker.mine.strip", { id: mine.locker_id, location: mine.location_id })}
      </span>
      <span className="text-sm">{t("locker.mine.open")}</span>
    </Link>
  );
}
