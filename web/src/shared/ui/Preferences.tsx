import { chooseLanguage, useLanguage, useT } from "../i18n";
import { useStore } from "../lib/store";
import { chooseTheme, type Theme, theme } from "../lib/theme";
import type { Language } from "../time/format";
import { Chips } from "./Chips";

/** The other language, in its own words. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other: Language = language === "ko" ? "en" : "ko";
  return (
    <button
      type="button"
      lang={other}
      onClick={() => chooseLanguage(other)}
      className="min-h-11 rounded-full px-3 text-sm font-semibold text-ink-2 hover:bg-sunken"
    >
      {other === "en" ? "English" : "한국어"}
    </button>
  );
}

export function LanguageChoice() {
  const t = useT();
  return (
    <Chips<Language>
      label={t("shared.language")}
      value={useLanguage()}
      onChoose={chooseLanguage}
      choices={[
        { value: "ko", label: "한국어" },
        { value: "en", label: "English" },
      ]}
    />
  );
}

export function ThemeChoice() {
  const t = useT();
  return (
    <Chips<Theme>
      label={t("shared.theme.label")}
      value={useStore(theme)}
      onChoose={chooseTheme}
      choices={[
        { value: "system", label: t("shared.theme.system") },
        { value: "light", label: t("shared.theme.light") },
        { value: "dark", label: t("shared.theme.dark") },
      ]}
    />
  );
}
