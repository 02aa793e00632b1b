import {
  createContext,
  type FormEvent,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useContext,
  useEffect,
  useId,
  useRef,
} from "react";
import { ApiProblem } from "../api/problem";
import { useProblemText } from "../api/problemText";
import { cx } from "../lib/cx";
import { Notice } from "./States";

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

const Errors = createContext<FieldErrors>({});

interface FormProps {
  onSubmit: () => void;
  /** What the server said to the last attempt. */
  problem?: unknown;
  /** What we saw ourselves before sending. */
  errors?: FieldErrors;
  children: ReactNode;
  className?: string;
}

/** Shows errors beside their fields, moves the focus to the first, and ignores Enter while Hangul is being composed. */
export function Form({ onSubmit, problem, errors, children, className }: FormProps) {
  const ref = useRef<HTMLFormElement>(null);
  const textOf = useProblemText();
  const told = problem instanceof ApiProblem ? problem.errors : {};
  const all: FieldErrors = { ...told, ...errors };
  const broken = Object.keys(all).join(" ");
  const general = problem && Object.keys(told).length === 0 ? textOf(problem) : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new refusal moves the focus, even with the same fields
  useEffect(() => {
    if (broken) ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [broken, problem, errors]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const guard = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.nativeEvent.isComposing) event.preventDefault();
  };

  return (
    <form
      ref={ref}
      noValidate
      onSubmit={submit}
      onKeyDown={guard}
      className={cx("flex flex-col gap-4", className)}
    >
      <Errors value={all}>{children}</Errors>
      {general && <Notice tone="danger">{general}</Notice>}
    </form>
  );
}

const BOX =
  "w-full rounded-md border border-line-strong bg-card px-3.5 text-base text-ink transition-colors hover:border-ink-3 " +
  "focus-visible:border-brand aria-invalid:border-danger disabled:bg-sunken";

interface FieldProps {
  label: string;
  name: string;
  hint?: ReactNode;
  optional?: string;
}

function useField(name: string, hint: ReactNode) {
  const id = useId();
  const messages = useContext(Errors)[name] ?? [];
  const described = cx(hint ? `${id}-hint` : null, messages.length > 0 && `${id}-error`);
  return {
    messages,
    id,
    attributes: {
      id,
      name,
      "aria-invalid": messages.length > 0 || undefined,
      "aria-describedby": described || undefined,
    },
  };
}

function Frame({
  id,
  label,
  hint,
  optional,
  messages,
  children,
}: Omit<FieldProps, "name"> & { id: string; messages: readonly string[]; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold text-ink-2">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">{optional}</span>}
      </label>
      {children}
      {messages.length > 0 && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {messages.join(" ")}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Field({
  label,
  hint,
  optional,
  className,
  ...input
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "name">) {
  const { id, messages, attributes } = useField(input.name, hint);
  return (
    <Frame id={id} label={label} hint={hint} optional={optional} messages={messages}>
      <input {...input} {...attributes} className={cx(BOX, "h-12", className)} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  optional,
  ...input
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name">) {
  const { id, messages, attributes } = useField(input.name, hint);
  return (
    <Frame id={id} label={label} hint={hint} optional={optional} messages={messages}>
      <textarea rows={3} {...input} {...attributes} className={cx(BOX, "min-h-24 py-3 leading-relaxed")} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  optional,
  children,
  ...input
}: FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name">) {
  const { id, messages, attributes } = useField(input.name, hint);
  return (
    <Frame id={id} label={label} hint={hint} optional={optional} messages={messages}>
      <select {...input} {...attributes} className={cx(BOX, "h-12")}>
        {children}
      </select>
    </Frame>
  );
}
