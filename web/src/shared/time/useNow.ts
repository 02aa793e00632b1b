import { useEffect, useState } from "react";
import { serverNow } from "./clock";

/**
 * The server's time, renewed every `everyMs` on the server's own beat: a second turns here when it turns there.
 * `until` stops the ticking once it has passed.
 */
export function useNow(everyMs: number, until = Number.POSITIVE_INFINITY): number {
  const [now, setNow] = useState(serverNow);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const at = serverNow();
      setNow(at);
      if (at < until) timer = setTimeout(tick, everyMs - (((at % everyMs) + everyMs) % everyMs) + 2);
    };
    tick();
    // A phone that slept shows the right time the moment it is looked at.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everyMs, until]);

  return now;
}

/** True from the moment on, to the millisecond the browser allows. */
export function useReached(atMs: number | null): boolean {
  const [reached, setReached] = useState(() => atMs !== null && serverNow() >= atMs);

  useEffect(() => {
    if (atMs === null) {
      setReached(false);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const left = atMs - serverNow();
      setReached(left <= 0);
      // setTimeout drifts and overflows: look again well before, then exactly.
      if (left > 0) timer = setTimeout(look, left > 2_000 ? Math.min(left - 1_000, 60_000) : left);
    };
    look();
    return () => clearTimeout(timer);
  }, [atMs]);

  return reached;
}
