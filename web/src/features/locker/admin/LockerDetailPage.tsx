import type { AdminLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { useParams } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { useAdminLocker } from "./api/useAdminLockers";
import { History } from "./History";
import { type LockerAction, LockerSheets } from "./LockerSheets";
import { StateTag } from "./StateTag";

export function LockerDetailPage() {
  const t = useT();
  const id = Number(useParams({ strict: false }).lockerId);
  const query = useAdminLocker(id);
  return (
    <Page title={t("locker.admin.detail", { id: Number.isFinite(id) ? id : "?" })} back="/admin/lockers">
      {query.isPending ? (
        <SkeletonList rows={3} height="h-28" />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <Detail locker={query.data} />
      ) : (
        <EmptyState icon={<SearchX size={26} />} title={t("locker.admin.nothing")} />
      )}
    </Page>
  );
}

function Detail({ locker }: { locker: AdminLocker }) {
  const t = useT();
  const [action, setAction] = useState<LockerAction | null>(null);
  const position = [locker.row, locker.column].every((at) => at !== null)
    ? t("locker.spot", { row: locker.row, column: locker.column })
    : null;
  const offer = (name: LockerAction, danger = false) => (
    <Button key={name} look={danger ? "danger" : "secondary"} onClick={() => setAction(name)}>
      {t(`locker.admin.do.${name}`)}
    </Button>
  );
  return (
    <>
      <Card className="flex flex-col gap-4 !p-5">
        <div className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <p className="text-lg font-bold">{locker.location_id}</p>
            {position && <p className="text-sm text-ink-2">{position}</p>}
          </div>
          <StateTag state={locker.state} />
        </div>
        {locker.owner && (
          <p className="text-[15px]">
            <span className="text-ink-3">{t("locker.admin.owner")} </span>
            <span className="font-semibold">{locker.owner.name}</span>{" "}
            <span className="num text-ink-2">{locker.owner.student_id}</span>
          </p>
        )}
        {locker.broken_reason && <p className="text-[15px] text-danger">{locker.broken_reason}</p>}
        <div className="flex flex-wrap gap-2">
          {locker.state === "free" && offer("assign")}
          {(locker.state === "confirmed" || locker.state === "held") && offer("revoke", true)}
          {locker.state === "free" && offer("broken")}
          {locker.state === "broken" && offer("mended")}
          {offer("edit")}
          {locker.state === "free" && offer("delete", true)}
        </div>
      </Card>
      <History id={locker.locker_id} />
      <LockerSheets locker={locker} action={action} onClose={() => setAction(null)} />
    </>
  );
}
