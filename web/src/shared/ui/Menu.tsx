import { EllipsisVertical } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { cx } from "../lib/cx";

export interface MenuItem {
  label: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

/** The rarer actions of a thing. Not modal: a modal menu would inject a style the policy forbids. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={label}
        className="grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink"
      >
        <EllipsisVertical size={20} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="enter-pop z-40 min-w-44 rounded-lg border border-line bg-card p-1.5 shadow-pop"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              disabled={item.disabled}
              onSelect={item.onSelect}
              className={cx(
                "flex min-h-11 cursor-pointer items-center rounded-md px-3 text-[15px] font-medium outline-none",
                "data-[disabled]:opacity-50 data-[highlighted]:bg-sunken",
                item.danger ? "text-danger" : "text-ink",
              )}
            >
              {item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
