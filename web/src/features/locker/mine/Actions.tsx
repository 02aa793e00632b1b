import { useProblemText } from "@shared/api/problemText";
import type { MyLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Card } from "@shared/ui/Card";
import { Confirm } from "@shared/ui/Confirm";
import { toast } from "@shared/ui/Toast";
import { Link } from "@tanstack/react-router";
import { ArrowLeftRight, ChevronRight, DoorOpen, type LucideIcon, Move, Wrench } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useRelease } from "../api/useMyLocker";
import { DefectSheet } from "./DefectSheet";

const ROW =
  "flex min-h-14 w-full items-center gap-3.5 px-4 text-left font-semibold -outline-offset-2 hover:bg-sunken first:rounded-t-lg last:rounded-b-lg";

function Inside({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <>
      <Icon aria-hidden size={20} className="text-ink-3" />
      <span className="flex-1">{children}</span>
      <ChevronRight aria-hidden size={18} className="text-ink-3" />
    </>
  );
}

/** What one can do with one's own locker. */
export function Actions({ mine }: { mine: MyLocker }) {
  const t = useT();
  const textOf = useProblemText();
  const release = useRelease();
  const [asking, setAsking] = useState<"return" | "defect" | null>(null);
  const close = () => setAsking(null);

  const giveBack = () =>
    release.mutate(mine.locker_id, {
      onSuccess: () => toast(t("locker.mine.returned", { id: mine.locker_id })),
      onError: (problem) => toast(textOf(problem), { bad: true }),
      onSettled: close,
    });

  return (
    <Card className="divide-y divide-line !p-0">
      <Link to="/lockers" search={{ do: "move", at: mine.location_id }} className={ROW}>
        <Inside icon={Move}>{t("locker.mine.move")}</Inside>
      </Link>
      <Link to="/lockers" search={{ do: "swap", at: mine.location_id }} className={ROW}>
        <Inside icon={ArrowLeftRight}>{t("locker.mine.swap")}</Inside>
      </Link>
      <button type="button" className={ROW} onClick={() => setAsking("defect")}>
        <Inside icon={Wrench}>{t("locker.mine.defect")}</Inside>
      </button>
      <button type="button" className={`${ROW} text-danger`} onClick={() => setAsking("return")}>
        <Inside icon={DoorOpen}>{t("locker.mine.return")}</Inside>
      </button>
      <Confirm
        open={asking === "return"}
        onClose={close}
        title={t("locker.mine.return_title", { id: mine.locker_id })}
        action={t("locker.mine.return")}
        danger
        busy={release.isPending}
        onConfirm={giveBack}
      >
        {t("locker.mine.return_about")}
      </Confirm>
      <DefectSheet id={mine.locker_id} open={asking === "defect"} onClose={close} />
    </Card>
  );
}
