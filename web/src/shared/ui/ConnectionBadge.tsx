import { CloudOff, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useT } from "../i18n";
import { useConnection } from "../live/useTopic";
import { Tag } from "./Card";

const QUIET_MS = 1_200;

/** Whether the screen is live. A short stumble is not worth a word. */
export function ConnectionBadge() {
  const t = useT();
  const connection = useConnection();
  const [shown, setShown] = useState(connection);

  useEffect(() => {
    if (connection === "live" || connection === "offline") {
      setShown(connection);
      return;
    }
    const timer = setTimeout(() => setShown(connection), QUIET_MS);
    return () => clearTimeout(timer);
  }, [connection]);

  return (
    <span role="status" data-connection={connection}>
      {shown === "live" && (
        <Tag tone="brand">
          <span aria-hidden className="size-1.5 rounded-full bg-brand" />
          {t("shared.connection.live")}
        </Tag>
      )}
      {(shown === "connecting" || shown === "reconnecting") && (
        <Tag tone="plain">
          <RefreshCw aria-hidden size={12} className="[animation:spin_1.6s_linear_infinite]" />
          {t("shared.connection.reconnecting")}
        </Tag>
      )}
      {shown === "offline" && (
        <Tag tone="accent">
          <CloudOff aria-hidden size={12} />
          {t("shared.connection.offline")}
        </Tag>
      )}
    </span>
  );
}
