import type { ReactNode } from "react";
import { cx } from "../lib/cx";

export function Card({
  children,
  className,
  label,
}: {
  children: ReactNode;
  className?: string;
  label?: string;
}) {
  const shape = cx("rounded-lg border border-line bg-card p-4 shadow-card", className);
  return label ? (
    <section aria-label={label} className={shape}>
      {children}
    </section>
  ) : (
    <div className={shape}>{children}</div>
  );
}

const TONES = {
  brand: "bg-brand-soft text-brand",
  accent: "bg-accent-soft text-accent",
  held: "bg-held-soft text-held-ink",
  plain: "bg-sunken text-ink-2",
  danger: "bg-danger-soft text-danger",
} as const;

export type Tone = keyof typeof TONES;

export function Tag({
  tone = "plain",
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex shrink-0 items-center gap-1 rounded-[6px] px-2 py-0.5 text-xs font-bold whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
