import type { LockerPlace } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { serverNow } from "@shared/time/clock";
import { Button } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Page, Section } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { useNavigate, useParams } from "@tanstack/react-router";
import { PencilLine, SearchX } from "lucide-react";
import { useMemo, useState } from "react";
import { useLockers } from "../api/useLockers";
import { floorName } from "../floorName";
import { Legend } from "../grid/Legend";
import { LockerGrid } from "../grid/LockerGrid";
import { floorsOf } from "../model/floor";
import { look } from "../model/view";
import { usePlaces } from "./api/usePlaces";
import { PlaceSheet } from "./PlaceSheet";

export function PlacePage() {
  const t = useT();
  const { placeId } = useParams({ strict: false });
  const places = usePlaces();
  const place = places.data?.find((one) => one.id === placeId);
  return (
    <Page title={place?.name ?? t("app.admin.page.places.title")} back="/admin/places">
      {places.isPending ? (
        <SkeletonList rows={2} height="h-40" />
      ) : places.isError ? (
        <ErrorState error={places.error} onRetry={() => places.refetch()} />
      ) : place ? (
        <Detail place={place} />
      ) : (
        <EmptyState icon={<SearchX size={26} />} title={t("locker.admin.nothing")} />
      )}
    </Page>
  );
}

function Detail({ place }: { place: LockerPlace }) {
  const t = useT();
  const navigate = useNavigate();
  const lockers = useLockers();
  const [editing, setEditing] = useState(false);
  const floors = useMemo(
    () =>
      floorsOf(
        (lockers.data?.lockers ?? []).filter((locker) => locker.place_id === place.id),
        (floor) => floorName(t, floor),
      ),
    [lockers.data?.lockers, place.id, t],
  );
  return (
    <>
      <Section
        title={t("locker.mine.instructions")}
        aside={
          <Button icon={<PencilLine aria-hidden size={17} />} onClick={() => setEditing(true)}>
            {t("locker.admin.edit_word")}
          </Button>
        }
      >
        <Card>
          <p className="text-[15px] whitespace-pre-line text-ink-2">
            {place.instructions || t("locker.admin.place.no_instructions")}
          </p>
        </Card>
      </Section>
      {floors.map((floor) => (
        <Section key={floor.location} title={floor.location}>
          <Card className="!p-3.5">
            <LockerGrid
              floor={floor}
              lookOf={(spot) => look({ ...spot.locker, mine: false }, null, serverNow())}
              onPick={(id) =>
                void navigate({ to: "/admin/lockers/$lockerId", params: { lockerId: String(id) } })
              }
            />
          </Card>
        </Section>
      ))}
      {floors.length > 0 && <Legend />}
      <PlaceSheet key={place.id} place={place} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}
