import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";

interface Props {
  title: string;
  about: string;
  open: boolean;
  /** Free lockers close by; touching one takes it. */
  nearest: readonly number[];
  onClose: () => void;
  onPick: (id: number) => void;
}

/** A no that tells what next: the free lockers beside it, one touch away. */
export function NearbySheet({ title, about, open, nearest, onClose, onPick }: Props) {
  const t = useT();
  return (
    <Sheet open={open} onClose={onClose} title={title}>
      <p className="mt-1 text-[15px] text-ink-2">{about}</p>
      {nearest.length > 0 ? (
        <div className="mt-5 flex flex-col gap-2.5">
          {nearest.map((id, i) => (
            <Button
              key={id}
              size="lg"
              look={i === 0 ? "primary" : "secondary"}
              wide
              onClick={() => onPick(id)}
            >
              {t("locker.refused.take", { id })}
            </Button>
          ))}
        </div>
      ) : (
        <Button size="lg" wide className="mt-5" onClick={onClose}>
          {t("shared.ok")}
        </Button>
      )}
    </Sheet>
  );
}
