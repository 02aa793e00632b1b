import { HoldPill } from "@features/locker/hold/HoldPill";
import { LockerLive } from "@features/locker/LockerLive";
import { sessionLost } from "@shared/api/client";
import { useT } from "@shared/i18n";
import { live } from "@shared/live/socket";
import { meQuery, useMe } from "@shared/session/useMe";
import { OfflineBar } from "@shared/ui/OfflineBar";
import { Page } from "@shared/ui/Page";
import { ErrorState } from "@shared/ui/States";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { BottomTabs, SideBar } from "./Navigation";
import { RedirectToLogIn } from "./Redirect";
import { ShellSkeleton } from "./ShellSkeleton";

/** Everything behind the log-in: navigation around one screen, and what is alive on all of them. */
export function Shell() {
  const t = useT();
  const me = useMe();
  useLeaveWhenLost();

  if (me.isPending) return <ShellSkeleton />;
  if (me.data === undefined) {
    return (
      <main id="main" className="px-5 pt-5">
        <Page title={t("shared.app")}>
          <ErrorState error={me.error} onRetry={() => me.refetch()} />
        </Page>
      </main>
    );
  }
  if (me.data === null) return <RedirectToLogIn />;

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-brand px-4 py-3 font-bold text-on-brand focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {t("app.skip")}
      </a>
      <SideBar />
      <div className="min-w-0">
        <OfflineBar />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-5xl px-5 pt-3 pb-[calc(140px+env(safe-area-inset-bottom))] outline-none lg:px-9 lg:pt-7 lg:pb-16"
        >
          <Outlet />
        </main>
      </div>
      <BottomTabs />
      <Socket />
      <LockerLive />
      <HoldPill />
    </div>
  );
}

function Socket() {
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);
  return null;
}

/** The session ended elsewhere: nobody is logged in here any more, which leads to the log-in. */
function useLeaveWhenLost() {
  const client = useQueryClient();
  useEffect(() => sessionLost.listen(() => client.setQueryData(meQuery.queryKey, null)), [client]);
}
