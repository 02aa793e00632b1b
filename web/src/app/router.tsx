import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { AdminGate } from "./AdminGate";
import { Crash } from "./Crash";
import { LogInRoute } from "./LogInRoute";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

const root = createRootRoute({ component: Outlet, errorComponent: Crash });

const text = (value: unknown) => (typeof value === "string" && value ? value : undefined);

const logIn = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
  component: LogInRoute,
});

const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("./HomeRoute"), "HomeRoute"),
});

const lockers = createRoute({
  getParentRoute: () => shell,
  path: "/lockers",
  validateSearch: (search): { at?: string; do?: "move" | "swap" } => ({
    at: text(search.at),
    do: search.do === "move" || search.do === "swap" ? search.do : undefined,
  }),
  component: lazyRouteComponent(() => import("@features/locker/LockersPage"), "LockersPage"),
});

const mine = createRoute({
  getParentRoute: () => shell,
  path: "/lockers/mine",
  component: lazyRouteComponent(() => import("@features/locker/mine/MyLockerPage"), "MyLockerPage"),
});

const me = createRoute({
  getParentRoute: () => shell,
  path: "/me",
  component: lazyRouteComponent(() => import("@features/me/MePage"), "MePage"),
});

/** Whatever else: said inside the shell, so that the way on is at hand. */
const anywhere = createRoute({ getParentRoute: () => shell, path: "$", component: NotFound });

const admin = createRoute({ getParentRoute: () => shell, path: "/admin", component: AdminGate });

const adminPage = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => admin, path, component });

const lockerAdmin = () => import("@features/locker/admin/pages");
const memberAdmin = () => import("@features/members/pages");

const routes = root.addChildren([
  logIn,
  shell.addChildren([
    home,
    lockers,
    mine,
    me,
    anywhere,
    admin.addChildren([
      adminPage(
        "/",
        lazyRouteComponent(() => import("./AdminHome"), "AdminHome"),
      ),
      adminPage("lockers", lazyRouteComponent(lockerAdmin, "LockerListPage")),
      adminPage("lockers/$lockerId", lazyRouteComponent(lockerAdmin, "LockerDetailPage")),
      adminPage("places", lazyRouteComponent(lockerAdmin, "PlacesPage")),
      adminPage("places/$placeId", lazyRouteComponent(lockerAdmin, "PlacePage")),
      adminPage("import", lazyRouteComponent(lockerAdmin, "LockerImportPage")),
      adminPage("terms", lazyRouteComponent(lockerAdmin, "TermsPage")),
      adminPage("defects", lazyRouteComponent(lockerAdmin, "DefectsPage")),
      adminPage("members", lazyRouteComponent(memberAdmin, "MembersPage")),
      adminPage("roster", lazyRouteComponent(memberAdmin, "RosterPage")),
      adminPage("requests", lazyRouteComponent(memberAdmin, "AccessRequestsPage")),
    ]),
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: NotFound,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
