import type { ReactNode } from "react";
import { useT } from "../i18n";
import { Button } from "./Button";
import { Sheet } from "./Dialog";

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  action: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ open, onClose, title, children, action, danger, busy, onConfirm }: Props) {
  const t = useT();
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <div className="mt-2 text-[15px] text-ink-2">{children}</div>
      <div className="mt-6 flex gap-2">
        <Button size="lg" onClick={onClose}>
          {t("shared.cancel")}
        </Button>
        <Button
          size="lg"
          look={danger ? "danger" : "primary"}
          className="flex-1"
          busy={busy}
          onClick={onConfirm}
        >
          {action}
        </Button>
      </div>
    </Sheet>
  );
}
