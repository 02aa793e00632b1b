import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useT } from "../i18n";
import { cx } from "../lib/cx";
import { IconButton } from "./Button";

/*
 * The browser's own <dialog>: it traps focus, makes the rest inert and closes on Escape without the injected <style>
 * that scroll locks of libraries need and our content security policy forbids.
 */

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Shown beside the title. */
  aside?: ReactNode;
  wide?: boolean;
}

/** A sheet from below on the phone, a dialog in the middle on the desktop. */
export function Sheet({ open, onClose, title, children, aside, wide }: Props) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on its backdrop
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      // Only when the person closed it: when we do, whatever comes next may be open already.
      onClose={() => open && onClose()}
      onClick={(event) => event.target === ref.current && onClose()}
      className={cx(
        "enter-sheet fixed inset-x-0 top-auto bottom-0 m-0 max-h-[92dvh] w-full max-w-none overflow-y-auto overscroll-contain",
        "rounded-t-2xl border-t border-line bg-card p-0 text-ink shadow-sheet",
        "sm:enter-pop sm:inset-0 sm:m-auto sm:h-fit sm:rounded-2xl sm:border sm:shadow-pop",
        wide ? "sm:max-w-2xl" : "sm:max-w-md",
      )}
    >
      {open && (
        <div className="px-5 pt-3 pb-6 sm:p-6">
          <div aria-hidden className="mx-auto mb-3 h-1 w-10 rounded-full bg-line sm:hidden" />
          <div className="flex items-start gap-3">
            <h2 id={titleId} className="flex-1 pt-1.5 text-[21px]">
              {title}
            </h2>
            {aside && <div className="pt-2">{aside}</div>}
            <IconButton label={t("shared.close")} onClick={onClose} className="-mr-2">
              <X size={20} />
            </IconButton>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
