import { ToggleGroup } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "../lib/cx";

export interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  count?: number;
}

interface Props<V extends string> {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  onChoose: (value: V) => void;
}

/** One of a few; scrolls sideways on the phone rather than wrapping. Arrow keys move between them. */
export function Chips<V extends string>({ label, value, choices, onChoose }: Props<V>) {
  const box = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    const chosen = box.current?.querySelector<HTMLElement>("[data-state=on]");
    if (box.current && chosen)
      box.current.scrollLeft = chosen.offsetLeft - (box.current.clientWidth - chosen.offsetWidth) / 2;
  }, [value]);

  return (
    <div ref={box} className="relative -mx-5 overflow-x-auto px-5 py-1 [scrollbar-width:none]">
      <ToggleGroup.Root
        type="single"
        aria-label={label}
        value={value}
        onValueChange={(next) => next && onChoose(next as V)}
        className="flex w-max gap-2"
      >
        {choices.map((choice) => (
          <ToggleGroup.Item
            key={choice.value}
            value={choice.value}
            className={cx(
              "inline-flex h-11 items-center gap-1.5 rounded-full border px-4 text-sm font-semibold whitespace-nowrap transition-colors",
              choice.value === value
                ? "border-ink bg-ink text-paper"
                : "border-line bg-card text-ink-2 hover:border-line-strong hover:text-ink",
            )}
          >
            {choice.label}
            {choice.count !== undefined && <span className="num font-bold">{choice.count}</span>}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
