import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";

/** Leads elsewhere, once: the router's own Navigate starts over with every render. */
export function Redirect({ to }: { to: string }) {
  const router = useRouter();
  useEffect(() => {
    router.history.replace(to);
  }, [router, to]);
  return null;
}

/** To the log-in, and back here afterwards. */
export function RedirectToLogIn() {
  const router = useRouter();
  useEffect(() => {
    const here = router.history.location.href;
    if (here.startsWith("/login")) return;
    router.history.replace(here === "/" ? "/login" : `/login?next=${encodeURIComponent(here)}`);
  }, [router]);
  return null;
}
