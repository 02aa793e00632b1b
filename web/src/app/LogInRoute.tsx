import { LogInPage } from "@features/session/LogInPage";
import { useMe } from "@shared/session/useMe";
import { useSearch } from "@tanstack/react-router";
import { Redirect } from "./Redirect";

/** Only paths of our own: a link may not send people elsewhere after they logged in. */
const inside = (next: string | undefined) => (next && /^\/(?![/\\]|login)/.test(next) ? next : "/");

export function LogInRoute() {
  const { next } = useSearch({ from: "/login" });
  const me = useMe();
  if (me.data) return <Redirect to={inside(next)} />;
  return <LogInPage />;
}
