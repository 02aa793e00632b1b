import { CircleAlert, CloudOff, Info, Lock, SearchX, ServerCrash } from "lucide-react";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/problem";
import { useProblemText } from "../api/problemText";
import { useT } from "../i18n";
import { cx } from "../lib/cx";
import { Button } from "./Button";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("shimmer rounded-md", className)} />;
}

/** Rows that will become a list. */
export function SkeletonList({ rows = 4, height = "h-16" }: { rows?: number; height?: string }) {
  const t = useT();
  return (
    <div role="status" aria-label={t("shared.loading")} className="flex flex-col gap-2.5">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move
        <Skeleton key={row} className={height} />
      ))}
    </div>
  );
}

interface StateProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert" | "status";
}

function State({ icon, title, children, action, role }: StateProps) {
  return (
    <div role={role} className="mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-10 text-center">
      <div aria-hidden className="mb-1 grid size-14 place-items-center rounded-full bg-sunken text-ink-3">
        {icon}
      </div>
      <h2 className="text-lg">{title}</h2>
      {children && <div className="text-[15px] text-ink-2">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

export function EmptyState(props: Omit<StateProps, "role">) {
  return <State {...props} />;
}

/** Failed, offline, forbidden and not found: each in its own words, with the way on beside it. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const textOf = useProblemText();
  const problem = error instanceof ApiProblem ? error : null;
  const again = onRetry && (
    <Button onClick={onRetry} look="secondary">
      {t("shared.try_again")}
    </Button>
  );
  if (problem?.unreachable) {
    return (
      <State role="alert" icon={<CloudOff size={26} />} title={t("shared.offline.title")} action={again}>
        {textOf(problem)}
      </State>
    );
  }
  if (problem?.status === 403) {
    return (
      <State role="alert" icon={<Lock size={26} />} title={t("shared.forbidden.title")}>
        {textOf(problem)}
      </State>
    );
  }
  if (problem?.status === 404) {
    return (
      <State role="alert" icon={<SearchX size={26} />} title={t("shared.not_found.title")}>
        {textOf(problem)}
      </State>
    );
  }
  return (
    <State role="alert" icon={<ServerCrash size={26} />} title={t("shared.failed.title")} action={again}>
      {textOf(error)}
    </State>
  );
}

const NOTICES = {
  plain: "bg-sunken text-ink-2",
  brand: "bg-brand-soft text-brand",
  held: "bg-held-soft text-held-ink",
  danger: "bg-danger-soft text-danger",
} as const;

/** A sentence that belongs to what stands around it. */
export function Notice({
  tone = "plain",
  children,
  action,
}: {
  tone?: keyof typeof NOTICES;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      role={tone === "danger" ? "alert" : undefined}
      className={cx("flex items-center gap-2.5 rounded-md px-3.5 py-3 text-sm font-medium", NOTICES[tone])}
    >
      <span aria-hidden className="shrink-0">
        {tone === "danger" ? <CircleAlert size={18} /> : <Info size={18} />}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
