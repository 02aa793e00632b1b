import type { Look } from "../model/view";

/** Every state has a shape of its own, so that no one needs to tell colours apart. */
export const LOOKS: Record<Look, string> = {
  free: "border-[1.5px] border-line-strong bg-card font-bold text-ink",
  held: "border-[1.5px] border-dashed border-held bg-held-soft font-semibold text-held-ink",
  taken: "border-[1.5px] border-transparent bg-taken font-medium text-taken-ink",
  broken: "border-[1.5px] border-line hatch text-transparent",
  my_hold: "border-2 border-dashed border-on-brand bg-brand font-bold text-on-brand ring-2 ring-brand",
  mine: "border-2 border-brand bg-brand font-bold text-on-brand ring-2 ring-brand ring-offset-2 ring-offset-card",
};
