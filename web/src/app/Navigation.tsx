import { useT } from "@shared/i18n";
import { cx } from "@shared/lib/cx";
import { useCommunity } from "@shared/session/useCommunity";
import { useIsAdmin } from "@shared/session/useMe";
import { Mark } from "@shared/ui/Mark";
import { Link, useLocation } from "@tanstack/react-router";
import { CalendarCheck, House, type LucideIcon, ShieldCheck, UserRound } from "lucide-react";

interface Place {
  to: "/" | "/lockers" | "/me" | "/admin";
  label: string;
  icon: LucideIcon;
  on: boolean;
}

function usePlaces(): Place[] {
  const t = useT();
  const admin = useIsAdmin();
  const path = useLocation({ select: (location) => location.pathname });
  const under = (root: string) => path === root || path.startsWith(`${root}/`);
  const places: Place[] = [
    { to: "/", label: t("app.nav.home"), icon: House, on: path === "/" },
    { to: "/lockers", label: t("app.nav.booking"), icon: CalendarCheck, on: under("/lockers") },
    { to: "/me", label: t("app.nav.me"), icon: UserRound, on: under("/me") },
  ];
  if (admin) places.push({ to: "/admin", label: t("app.nav.admin"), icon: ShieldCheck, on: under("/admin") });
  return places;
}

export function BottomTabs() {
  const t = useT();
  return (
    <nav
      aria-label={t("app.nav.label")}
      className="safe-bottom fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-card lg:hidden"
    >
      {usePlaces().map(({ to, label, icon: Icon, on }) => (
        <Link
          key={to}
          to={to}
          aria-current={on ? "page" : undefined}
          className={cx(
            "flex min-h-[66px] flex-1 flex-col items-center justify-center gap-0.5 text-[11.5px] font-semibold -outline-offset-4",
            on ? "text-brand" : "text-ink-3",
          )}
        >
          <span className={cx("grid h-7 w-12 place-items-center rounded-full", on && "bg-brand-soft")}>
            <Icon aria-hidden size={22} strokeWidth={on ? 2.4 : 2} />
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}

export function SideBar() {
  const t = useT();
  const community = useCommunity().data;
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line px-3.5 py-6 lg:flex">
      <div className="mb-5 flex items-center gap-2.5 px-2.5">
        <Mark size={30} />
        <span className="truncate text-xl font-extrabold tracking-tight">
          {community?.name ?? t("shared.app")}
        </span>
      </div>
      <nav aria-label={t("app.nav.label")} className="flex flex-1 flex-col gap-1">
        {usePlaces().map(({ to, label, icon: Icon, on }) => (
          <Link
            key={to}
            to={to}
            aria-current={on ? "page" : undefined}
            className={cx(
              "flex min-h-11 items-center gap-3 rounded-md px-3 text-[15px] font-semibold transition-colors",
              on ? "bg-brand-soft text-brand" : "text-ink-2 hover:bg-sunken hover:text-ink",
              to === "/admin" && "mt-auto",
            )}
          >
            <Icon aria-hidden size={20} strokeWidth={on ? 2.4 : 2} />
            {label}
          </Link>
        ))}
      </nav>
    </aside>
  );
}
