import { useProblemText } from "@shared/api/problemText";
import type { Session } from "@shared/api/types";
import { useLanguage, useT } from "@shared/i18n";
import { ago } from "@shared/time/format";
import { useNow } from "@shared/time/useNow";
import { Button } from "@shared/ui/Button";
import { Card, Tag } from "@shared/ui/Card";
import { Confirm } from "@shared/ui/Confirm";
import { Section } from "@shared/ui/Page";
import { ErrorState, SkeletonList } from "@shared/ui/States";
import { toast } from "@shared/ui/Toast";
import { MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import { device } from "./device";
import { useEndSession, useSessions } from "./useSessions";

/** Where I am logged in, and the end of each. */
export function Sessions() {
  const t = useT();
  const textOf = useProblemText();
  const sessions = useSessions();
  const end = useEndSession();
  const [asking, setAsking] = useState(false);
  const others = (sessions.data ?? []).filter((session) => !session.current).length;

  const stop = (id: string | null) =>
    end.mutate(id, {
      onSuccess: () => toast(t(id === null ? "me.sessions.ended_all" : "me.sessions.ended")),
      onError: (problem) => toast(textOf(problem), { bad: true }),
      onSettled: () => setAsking(false),
    });

  return (
    <Section
      title={t("me.sessions.title")}
      aside={
        others > 0 && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t("me.sessions.end_all")}
          </Button>
        )
      }
    >
      {sessions.isPending ? (
        <SkeletonList rows={2} />
      ) : sessions.isError ? (
        <ErrorState error={sessions.error} onRetry={() => sessions.refetch()} />
      ) : (
        <Card className="divide-y divide-line !p-0">
          {sessions.data.map((session) => (
            <Row key={session.id} session={session} busy={end.isPending} onEnd={() => stop(session.id)} />
          ))}
        </Card>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("me.sessions.end_all_title")}
        action={t("me.sessions.end_all")}
        danger
        busy={end.isPending}
        onConfirm={() => stop(null)}
      >
        {t("me.sessions.end_all_about", { count: others })}
      </Confirm>
    </Section>
  );
}

function Row({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const t = useT();
  const language = useLanguage();
  const now = useNow(60_000);
  const name = device(session.user_agent) ?? t("me.sessions.unknown");
  return (
    <div className="flex items-center gap-3.5 px-4 py-3">
      <MonitorSmartphone aria-hidden size={20} className="shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {name}
          {session.current && <Tag tone="brand">{t("me.sessions.here")}</Tag>}
        </p>
        <p className="num truncate text-[13px] text-ink-3">
          {[session.address, ago(session.last_used_at, language, now)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {!session.current && (
        <Button disabled={busy} onClick={onEnd} aria-label={t("me.sessions.end_this", { name })}>
          {t("me.sessions.end")}
        </Button>
      )}
    </div>
  );
}
