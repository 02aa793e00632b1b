import { keep } from "./keep";
import { Store } from "./store";

export type Theme = "system" | "light" | "dark";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const dark = () => matchMedia("(prefers-color-scheme: dark)");

export const theme = new Store<Theme>(
  THEMES.find((known) => known === (typeof localStorage === "undefined" ? null : keep.get("theme"))) ??
    "system",
);

function paint() {
  const chosen = theme.get();
  const shown = chosen === "system" ? (dark().matches ? "dark" : "light") : chosen;
  document.documentElement.dataset.theme = shown;
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute("content", shown === "dark" ? "#15171a" : "#f7f5f0");
}

export function chooseTheme(next: Theme) {
  keep.set("theme", next);
  theme.set(next);
  paint();
}

/** Follows the system while "system" is chosen. */
export function startTheme() {
  paint();
  dark().addEventListener("change", paint);
}
