import { CircleAlert, CircleCheck, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "../i18n";
import { cx } from "../lib/cx";
import { Store, useStore } from "../lib/store";
import { IconButton } from "./Button";

interface Message {
  id: number;
  tone: "good" | "bad";
  text: string;
  action?: { label: string; run: () => void };
}

const messages = new Store<readonly Message[]>([]);
let nextId = 1;

const SHOWN_MS = 6_000;
const dismiss = (id: number) => messages.set(messages.get().filter((message) => message.id !== id));

/** Says what happened; at most three at once, the newest last. */
export function toast(
  text: string,
  options: { bad?: boolean; action?: { label: string; run: () => void } } = {},
) {
  const id = nextId++;
  const message: Message = {
    id,
    tone: options.bad ? "bad" : "good",
    text,
    ...(options.action && { action: options.action }),
  };
  messages.set([
    ...messages
      .get()
      .filter((other) => other.text !== text)
      .slice(-2),
    message,
  ]);
}

function Toast({ message }: { message: Message }) {
  const t = useT();
  useEffect(() => {
    const timer = setTimeout(() => dismiss(message.id), message.action ? SHOWN_MS * 2 : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const Icon = message.tone === "good" ? CircleCheck : CircleAlert;
  return (
    <div className="enter-pop pointer-events-auto flex items-center gap-2.5 rounded-lg bg-night py-1.5 pr-1.5 pl-4 text-[15px] text-night-ink shadow-pop">
      <Icon
        aria-hidden
        size={19}
        className={cx("shrink-0", message.tone === "good" ? "text-[#5fd3b0]" : "text-[#ff9a68]")}
      />
      <span className="flex-1 py-2 leading-snug">{message.text}</span>
      {message.action && (
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-md px-3 font-bold text-[#5fd3b0] hover:bg-night-line"
          onClick={() => {
            dismiss(message.id);
            message.action?.run();
          }}
        >
          {message.action.label}
        </button>
      )}
      <IconButton
        label={t("shared.close")}
        onClick={() => dismiss(message.id)}
        className="text-night-ink-2 hover:bg-night-line hover:text-night-ink"
      >
        <X size={18} />
      </IconButton>
    </div>
  );
}

/** Where toasts appear: in the top layer, so that an open sheet does not hide them. */
export function Toasts(): ReactNode {
  const shown = useStore(messages);
  const t = useT();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = ref.current;
    if (!box?.showPopover) return;
    if (box.matches(":popover-open")) box.hidePopover();
    if (shown.length > 0) box.showPopover();
  }, [shown]);
  return (
    <div
      ref={ref}
      popover="manual"
      className="pointer-events-none fixed inset-x-0 top-auto bottom-[calc(84px+env(safe-area-inset-bottom))] m-0 mx-auto w-full max-w-md border-0 bg-transparent px-4 lg:bottom-6"
    >
      <div role="log" aria-live="polite" aria-label={t("shared.messages")} className="flex flex-col gap-2">
        {shown.map((message) => (
          <Toast key={message.id} message={message} />
        ))}
      </div>
    </div>
  );
}
