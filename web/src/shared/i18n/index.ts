import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { particles } from "../lib/hangul";
import { keep } from "../lib/keep";
import type { Language } from "../time/format";

type Catalogue = Record<string, unknown>;
type Loader = (language: Language) => Promise<Catalogue>;

let load: Loader = async () => ({});

const shown = (language: Language) => {
  document.documentElement.lang = language;
};

async function fetchCatalogue(language: Language) {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await load(language));
  }
}

/** Korean unless this browser chose otherwise. */
export async function startLanguage(loader: Loader) {
  load = loader;
  const language: Language = keep.get("language") === "en" ? "en" : "ko";
  await i18next
    .use({ type: "postProcessor", name: "particles", process: particles })
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      resources: {},
      postProcess: ["particles"],
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: false },
    });
  await fetchCatalogue(language);
  shown(language);
}

export async function chooseLanguage(language: Language) {
  await fetchCatalogue(language);
  keep.set("language", language);
  await i18next.changeLanguage(language);
  shown(language);
}

export const useLanguage = (): Language => (useTranslation().i18n.language === "en" ? "en" : "ko");
export const useT = () => useTranslation().t;
export type T = ReturnType<typeof useT>;
