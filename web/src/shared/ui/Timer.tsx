import { timerFace } from "../time/countdown";
import { useNow } from "../time/useNow";

/** What is left until a moment on the server's clock, second by second. */
export function Timer({ until, label }: { until: number; label?: string }) {
  const now = useNow(1_000, until);
  return (
    <span role="timer" aria-label={label} className="num font-bold">
      {timerFace(until - now)}
    </span>
  );
}

/** The same, drawn: full at the start, empty at the end. */
export function TimerBar({ until, lengthMs, label }: { until: number; lengthMs: number; label: string }) {
  const now = useNow(1_000, until);
  const left = Math.max(0, Math.min(1, (until - now) / lengthMs));
  return <ProgressBar value={left} label={label} tone="held" />;
}

export function ProgressBar({
  value,
  label,
  tone = "brand",
}: {
  value: number;
  label: string;
  tone?: "brand" | "held";
}) {
  const percent = Math.round(value * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={`h-1.5 overflow-hidden rounded-full ${tone === "held" ? "bg-held-soft" : "bg-sunken"}`}
    >
      <div
        className={`h-full rounded-full transition-[width] duration-500 ${tone === "held" ? "bg-held" : "bg-brand"}`}
        style={{ width: `${value * 100}%` }}
      />
    </div>
  );
}
