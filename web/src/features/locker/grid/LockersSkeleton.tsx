import { useT } from "@shared/i18n";
import { Page } from "@shared/ui/Page";
import { Skeleton } from "@shared/ui/States";

/** The screen as it will stand: nothing jumps when the lockers arrive. */
export function LockersSkeleton() {
  const t = useT();
  return (
    <Page title={t("locker.title")}>
      <div role="status" aria-label={t("shared.loading")} className="flex flex-col gap-4">
        <Skeleton className="h-28" />
        <div className="flex gap-2">
          <Skeleton className="h-11 w-32 !rounded-full" />
          <Skeleton className="h-11 w-32 !rounded-full" />
        </div>
        <Skeleton className="h-[352px]" />
      </div>
    </Page>
  );
}
