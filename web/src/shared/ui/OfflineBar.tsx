import { CloudOff } from "lucide-react";
import { useT } from "../i18n";
import { useConnection } from "../live/useTopic";

/** Says quietly that what is shown may be old; goes by itself. */
export function OfflineBar() {
  const t = useT();
  if (useConnection() !== "offline") return null;
  return (
    <div
      role="status"
      className="sticky top-0 z-20 flex items-center justify-center gap-2 bg-accent-soft px-5 py-2.5 text-sm font-semibold text-accent"
    >
      <CloudOff aria-hidden size={16} />
      {t("shared.offline.bar")}
    </div>
  );
}
