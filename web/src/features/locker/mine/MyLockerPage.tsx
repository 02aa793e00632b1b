import type { MyLocker } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { serverNow } from "@shared/time/clock";
import { day } from "@shared/time/format";
import { buttonClass } from "@shared/ui/Button";
import { Card, Tag } from "@shared/ui/Card";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { toast } from "@shared/ui/Toast";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArchiveX } from "lucide-react";
import { useMine } from "../api/useMine";
import { HoldPanel } from "../hold/HoldPanel";
import { useMyLockerNow } from "../useLockerScreen";
import { Actions } from "./Actions";
import { RenewalCard } from "./RenewalCard";
import { Swaps } from "./Swaps";

export function MyLockerPage() {
  const t = useT();
  const query = useMine();
  const mine = useMyLockerNow();

  return (
    <Page title={t("locker.mine.title")} back="/lockers">
      {query.isPending ? (
        <SkeletonList rows={2} height="h-40" />
      ) : !query.data ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : mine?.state === "held" ? (
        <Held mine={mine} />
      ) : mine ? (
        <div className="grid gap-4 lg:grid-cols-2 lg:items-start lg:gap-6">
          <div className="flex flex-col gap-4">
            <Confirmed mine={mine} />
          </div>
          <div className="flex flex-col gap-4">
            <Swaps />
            {query.data.renewal && <RenewalCard id={mine.locker_id} renewal={query.data.renewal} />}
            <Actions mine={mine} />
          </div>
        </div>
      ) : (
        <EmptyState
          icon={<ArchiveX size={26} />}
          title={t("locker.mine.none")}
          action={
            <Link to="/lockers" className={buttonClass("primary")}>
              {t("locker.mine.choose")}
            </Link>
          }
        >
          {t("locker.mine.none_about")}
        </EmptyState>
      )}
    </Page>
  );
}

function Held({ mine }: { mine: MyLocker }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Card label={t("locker.hold.title", { id: mine.locker_id })} className="max-w-xl">
      <div className="flex items-start gap-2">
        <h2 className="flex-1 text-xl">{t("locker.hold.title", { id: mine.locker_id })}</h2>
        <Tag tone="held">{t("locker.look.held")}</Tag>
      </div>
      <p className="text-sm text-ink-2">{mine.location_id}</p>
      <HoldPanel
        mine={mine}
        term={null}
        onConfirmed={() => toast(t("locker.hold.confirmed", { id: mine.locker_id }))}
        onReleased={() => {
          toast(t("locker.hold.released", { id: mine.locker_id }));
          void navigate({ to: "/lockers" });
        }}
      />
    </Card>
  );
}

function Confirmed({ mine }: { mine: MyLocker }) {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <section aria-label={t("locker.mine.title")} className="rounded-xl bg-brand p-6 text-on-brand">
        <p className="text-sm font-semibold">{mine.location_id}</p>
        <p className="num my-1 text-[64px] leading-none font-extrabold tracking-[-0.045em]">
          {mine.locker_id}
          <span className="ml-1 text-2xl tracking-normal">{t("locker.mine.number")}</span>
        </p>
        {mine.ends_at && (
          <p className="mt-3 text-[15px] font-medium">
            {t("locker.mine.until", { ends: day(mine.ends_at, language, serverNow()) })}
          </p>
        )}
      </section>
      {mine.instructions && (
        <Card label={t("locker.mine.instructions")}>
          <h2 className="mb-1.5 text-[17px]">{t("locker.mine.instructions")}</h2>
          <p className="text-[15px] leading-relaxed whitespace-pre-line text-ink-2">{mine.instructions}</p>
        </Card>
      )}
    </>
  );
}
