import { useProblemText } from "@shared/api/problemText";
import type { Defect } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { ago } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Button } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Chips } from "@shared/ui/Chips";
import { MorePages } from "@shared/ui/MorePages";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { toast } from "@shared/ui/Toast";
import { Link } from "@tanstack/react-router";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useDefects, useResolveDefect } from "./api/useDefects";

export function DefectsPage() {
  const t = useT();
  const [status, setStatus] = useState<Defect["status"]>("open");
  const defects = useDefects(status);
  return (
    <Page title={t("app.admin.page.defects.title")} back="/admin">
      <Chips
        label={t("shared.status.label")}
        value={status}
        onChoose={setStatus}
        choices={[
          { value: "open", label: t("shared.status.open") },
          { value: "done", label: t("shared.status.done") },
        ]}
      />
      {defects.isPending ? (
        <SkeletonList rows={3} height="h-24" />
      ) : defects.isError ? (
        <ErrorState error={defects.error} onRetry={() => defects.refetch()} />
      ) : defects.items.length === 0 ? (
        <EmptyState icon={<Sparkles size={26} />} title={t("locker.admin.defect.none")} />
      ) : (
        <>
          {defects.items.map((defect) => (
            <Row key={defect.id} defect={defect} />
          ))}
          <MorePages list={defects} />
        </>
      )}
    </Page>
  );
}

function Row({ defect }: { defect: Defect }) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const now = useNow(60_000);
  const resolve = useResolveDefect();
  const done = () =>
    resolve.mutate(
      { id: defect.id, note: "" },
      {
        onSuccess: () => toast(t("locker.admin.defect.done")),
        onError: (problem) => toast(textOf(problem), { bad: true }),
      },
    );
  return (
    <Card className="flex items-start gap-4">
      <Link
        to="/admin/lockers/$lockerId"
        params={{ lockerId: String(defect.locker_id) }}
        className="num grid h-14 min-w-14 place-items-center rounded-md bg-sunken px-2 text-lg font-extrabold"
      >
        {defect.locker_id}
      </Link>
      <div className="min-w-0 flex-1">
        <p className="text-[15px]">{defect.description}</p>
        <p className="mt-1 text-[13px] text-ink-3">
          {[defect.reporter, ago(defect.created_at, language, now)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {defect.status === "open" && (
        <Button busy={resolve.isPending} onClick={done}>
          {t("locker.admin.defect.resolve")}
        </Button>
      )}
    </Card>
  );
}
