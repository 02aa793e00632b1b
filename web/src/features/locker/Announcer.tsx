import type { MyLocker, TermPhase } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { useEffect, useRef, useState } from "react";

/** Tells a screen reader what changed for me while the eyes are elsewhere. */
export function Announcer({ mine, phase }: { mine: MyLocker | null; phase: TermPhase | null }) {
  const t = useT();
  const [words, setWords] = useState("");
  const before = useRef({ mine, phase });

  useEffect(() => {
    const old = before.current;
    before.current = { mine, phase };
    if (old.phase === "upcoming" && phase === "open") setWords(t("locker.say.open"));
    else if (old.phase === "open" && phase === "closed") setWords(t("locker.say.closed"));
    if (old.mine?.locker_id === mine?.locker_id && old.mine?.state === mine?.state) return;
    if (mine)
      setWords(t(mine.state === "held" ? "locker.say.held" : "locker.say.confirmed", { id: mine.locker_id }));
    else if (old.mine) setWords(t("locker.say.gone", { id: old.mine.locker_id }));
  }, [mine, phase, t]);

  return (
    <p role="status" aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
