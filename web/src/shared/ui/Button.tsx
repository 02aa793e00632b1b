import type { ButtonHTMLAttributes, ReactNode } from "react";
import { cx } from "../lib/cx";
import { Spinner } from "./Spinner";

const LOOKS = {
  primary: "bg-brand text-on-brand hover:bg-brand-strong border-transparent",
  secondary: "bg-card text-ink border-line hover:border-line-strong",
  quiet: "bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink",
  danger: "bg-card text-danger border-line hover:border-danger",
} as const;

const SIZES = {
  md: "min-h-11 px-4 text-[15px] rounded-md",
  lg: "min-h-[52px] px-5 text-base rounded-[12px]",
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
  busy?: boolean;
  wide?: boolean;
  icon?: ReactNode;
}

export function buttonClass(
  look: keyof typeof LOOKS = "secondary",
  size: keyof typeof SIZES = "md",
  wide = false,
) {
  return cx(
    "inline-flex items-center justify-center gap-2 border font-bold transition-[background,border-color,transform] duration-150",
    "active:scale-[0.985] disabled:opacity-55 disabled:active:scale-100 aria-disabled:opacity-55 whitespace-nowrap",
    LOOKS[look],
    SIZES[size],
    wide && "w-full",
  );
}

export function Button({ look, size, busy, wide, icon, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // A busy button keeps the focus it has; it only stops answering.
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass(look, size, wide), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

export function IconButton({
  label,
  children,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        "grid size-11 shrink-0 place-items-center rounded-full text-ink-2 transition-colors hover:bg-sunken hover:text-ink",
        className,
      )}
    >
      {children}
    </button>
  );
}
