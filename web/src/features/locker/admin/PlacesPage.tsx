import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { ProgressBar } from "@shared/ui/Timer";
import { Link } from "@tanstack/react-router";
import { ChevronRight, MapPinned, Plus } from "lucide-react";
import { useState } from "react";
import { usePlaces } from "./api/usePlaces";
import { GridCreator } from "./GridCreator";

export function PlacesPage() {
  const t = useT();
  const places = usePlaces();
  const [creating, setCreating] = useState(false);
  const create = (
    <Button look="primary" icon={<Plus aria-hidden size={18} />} onClick={() => setCreating(true)}>
      {t("locker.admin.grid.new")}
    </Button>
  );
  return (
    <Page title={t("app.admin.page.places.title")} back="/admin" aside={create}>
      {places.isPending ? (
        <SkeletonList rows={4} height="h-20" />
      ) : places.isError ? (
        <ErrorState error={places.error} onRetry={() => places.refetch()} />
      ) : places.data.length === 0 ? (
        <EmptyState icon={<MapPinned size={26} />} title={t("locker.admin.place.none")}>
          {t("locker.admin.place.none_about")}
        </EmptyState>
      ) : (
        <ul className="grid gap-3 md:grid-cols-2">
          {places.data.map((place) => (
            <li key={place.id}>
              <Link to="/admin/places/$placeId" params={{ placeId: place.id }} className="block rounded-lg">
                <Card className="flex items-center gap-3 transition-colors hover:border-line-strong">
                  <div className="flex min-w-0 flex-1 flex-col gap-2">
                    <span className="flex items-baseline gap-2">
                      <span className="min-w-0 flex-1 truncate font-bold">{place.name}</span>
                      <span className="num text-sm text-ink-2">
                        {t("locker.term.free", { free: place.free, lockers: place.lockers })}
                      </span>
                    </span>
                    <ProgressBar
                      value={place.lockers === 0 ? 0 : 1 - place.free / place.lockers}
                      label={t("locker.term.occupied")}
                    />
                  </div>
                  <ChevronRight aria-hidden size={18} className="text-ink-3" />
                </Card>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <GridCreator open={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}
