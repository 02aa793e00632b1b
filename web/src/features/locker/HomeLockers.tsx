import { useLanguage, useT } from "@shared/i18n";
import { day } from "@shared/time/format";
import { buttonClass } from "@shared/ui/Button";
import { Card, Tag } from "@shared/ui/Card";
import { ErrorState, Skeleton } from "@shared/ui/States";
import { Timer } from "@shared/ui/Timer";
import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Swaps } from "./mine/Swaps";
import { look } from "./model/view";
import { OpeningCard } from "./OpeningCard";
import { useLockerScreen } from "./useLockerScreen";

/** On the home screen: mine first, then the opening. */
export function HomeLockers() {
  const t = useT();
  const language = useLanguage();
  const { query, mine, now } = useLockerScreen();
  if (query.isPending) {
    return (
      <div role="status" aria-label={t("shared.loading")} className="flex flex-col gap-4">
        <Skeleton className="h-24" />
        <Skeleton className="h-36" />
      </div>
    );
  }
  const list = query.data;
  if (!list) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  const free = list.lockers.filter((locker) => look(locker, mine, now) === "free").length;

  return (
    <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
      {mine?.state === "confirmed" && (
        <ToMine
          number={mine.locker_id}
          title={t("locker.home.mine", { location: mine.location_id })}
          tag={<Tag tone="brand">{t("locker.look.mine")}</Tag>}
        >
          {mine.ends_at
            ? t("locker.mine.until", { ends: day(mine.ends_at, language, now) })
            : mine.location_id}
        </ToMine>
      )}
      {mine?.state === "held" && mine.hold_expires_at && (
        <ToMine
          number={mine.locker_id}
          title={t("locker.home.held")}
          tag={
            <Tag tone="held">
              <Timer until={Date.parse(mine.hold_expires_at)} label={t("locker.hold.left")} />
            </Tag>
          }
        >
          {mine.location_id}
        </ToMine>
      )}
      <Swaps />
      {list.term && <OpeningCard term={list.term} lockers={list.lockers.length} free={free} />}
      {!mine && (
        <Card className="flex flex-col gap-3">
          <div>
            <h2 className="text-[17px]">{t("locker.home.none")}</h2>
            <p className="text-[15px] text-ink-2">
              {list.term ? t("locker.home.none_about") : t("locker.term.none")}
            </p>
          </div>
          <Link to="/lockers" className={buttonClass("primary", "lg", true)}>
            {t("locker.home.look")}
          </Link>
        </Card>
      )}
    </div>
  );
}

function ToMine({
  number,
  title,
  tag,
  children,
}: {
  number: number;
  title: string;
  tag: ReactNode;
  children: ReactNode;
}) {
  return (
    <Link to="/lockers/mine" className="rounded-lg">
      <Card className="flex items-center gap-4 transition-colors hover:border-line-strong">
        <span className="num grid h-16 min-w-14 place-items-center rounded-md bg-brand px-2 text-xl font-extrabold text-on-brand">
          {number}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-bold">{title}</span>
            {tag}
          </span>
          <span className="block text-sm text-ink-2">{children}</span>
        </span>
        <ChevronRight aria-hidden size={20} className="text-ink-3" />
      </Card>
    </Link>
  );
}
