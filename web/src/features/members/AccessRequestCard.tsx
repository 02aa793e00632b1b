import { useProblemText } from "@shared/api/problemText";
import type { AccessRequest } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { phone } from "@shared/lib/phone";
import { ago } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Button } from "@shared/ui/Button";
import { Card } from "@shared/ui/Card";
import { Confirm } from "@shared/ui/Confirm";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { type Resolution, useResolveRequest } from "./api/useAccessRequests";
import { MergeSheet } from "./MergeSheet";

/** One person who could not get in: corrected, merged into another account, or dismissed. */
export function AccessRequestCard({ request }: { request: AccessRequest }) {
  const t = useT();
  const language = useLanguage();
  const textOf = useProblemText();
  const now = useNow(60_000);
  const resolve = useResolveRequest();
  const [asking, setAsking] = useState<Resolution["action"] | null>(null);
  const close = () => setAsking(null);

  const decide = (resolution: Resolution) =>
    resolve.mutate(
      { id: request.id, ...resolution },
      {
        onSuccess: () => toast(t(`members.request.done.${resolution.action}`)),
        onError: (problem) => toast(textOf(problem), { bad: true }),
        onSettled: close,
      },
    );
  const ask = (action: Resolution["action"], primary = false) => (
    <Button look={primary ? "primary" : "secondary"} onClick={() => setAsking(action)}>
      {t(`members.request.do.${action}`)}
    </Button>
  );

  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-[17px] font-bold">{request.name}</span>
        <span className="num text-ink-2">{request.student_id}</span>
        <span className="num text-ink-2">{phone(request.phone_number)}</span>
        <span className="flex-1" />
        <span className="text-[13px] text-ink-3">{ago(request.created_at, language, now)}</span>
      </div>
      {request.account && (
        <p className="text-[15px] text-ink-2">
          {t("members.request.known_as", {
            name: request.account.name,
            phone: phone(request.account.phone_number ?? ""),
          })}
        </p>
      )}
      {request.message && <p className="rounded-md bg-sunken px-3.5 py-2.5 text-[15px]">{request.message}</p>}
      {request.status === "open" && (
        <div className="flex flex-wrap gap-2">
          {ask("correct", true)}
          {ask("merge")}
          {ask("dismiss")}
        </div>
      )}
      <Confirm
        open={asking === "correct" || asking === "dismiss"}
        onClose={close}
        title={t(asking === "dismiss" ? "members.request.dismiss_title" : "members.request.correct_title", {
          name: request.name,
        })}
        action={t(asking === "dismiss" ? "members.request.do.dismiss" : "members.request.do.correct")}
        danger={asking === "dismiss"}
        busy={resolve.isPending}
        onConfirm={() => asking && decide({ action: asking })}
      >
        {t(asking === "dismiss" ? "members.request.dismiss_about" : "members.request.correct_about")}
      </Confirm>
      <MergeSheet
        open={asking === "merge"}
        busy={resolve.isPending}
        onClose={close}
        onMerge={(into) => decide({ action: "merge", merge_into_serial_id: into })}
      />
    </Card>
  );
}
