import { useEffect, useRef } from "react";
import { useStore } from "../lib/store";
import { live, type Subscriber } from "./socket";

/** Follows a topic while mounted; null follows nothing. */
export function useTopic(topic: string | null, subscriber: Subscriber) {
  const latest = useRef(subscriber);
  useEffect(() => {
    latest.current = subscriber;
  });
  useEffect(() => {
    if (topic === null) return;
    return live.subscribe(topic, {
      since: () => latest.current.since?.(),
      onEvent: (event) => latest.current.onEvent(event),
      onResync: () => latest.current.onResync(),
    });
  }, [topic]);
}

export const useConnection = () => useStore(live.connection);
