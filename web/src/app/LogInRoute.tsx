import { LogInPage } from "@features/session/LogInPage";
import { useMe } from "@shared/session/useMe";
import { Navigate, useNavigate, useSearch } from "@tanstack/react-router";

/** Only paths of our own: a link may not send people elsewhere after they logged in. */
const inside = (next: string | undefined) => (next && /^\/(?![/\\])/.test(next) ? next : "/");

export function LogInRoute() {
  const { next } = useSearch({ from: "/login" });
  const navigate = useNavigate();
  const me = useMe();
  if (me.data) return <Navigate to={inside(next)} replace />;
  return <LogInPage onDone={() => navigate({ to: inside(next), replace: true })} />;
}
