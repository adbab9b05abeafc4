import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import errors from "./locales/es-AR/errors.json";
import shell from "./locales/es-AR/shell.json";
import signIn from "./locales/es-AR/sign-in.json";
import ui from "./locales/es-AR/ui.json";

export const LOCALES = ["es-AR", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Texts that the first screen needs; they come with the program in Spanish, everything else on demand. */
const FIRST = { errors, shell, signIn, ui };
const files = import.meta.glob<{ default: Record<string, unknown> }>("./locales/*/*.json");
const STORE = "vera.locale";
const areas = new Set(["errors", "shell", "sign-in", "ui"]);

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "es-AR",
    fallbackLng: "es-AR",
    resources: { "es-AR": { translation: FIRST } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    returnNull: false,
  });
  const wanted = storedLocale();
  if (wanted && wanted !== "es-AR") await setLocale(wanted);
  document.documentElement.lang = i18next.language;
}

export async function setLocale(locale: Locale): Promise<void> {
  await Promise.all([...areas].map((area) => load(locale, area)));
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(STORE, locale);
  } catch {
    // A private window may refuse storage; the language then holds for this visit.
  }
}

/** Texts of one area of the desk: file `locales/<locale>/<area>.json`, keys `<areaInCamelCase>.…`. */
export async function loadTexts(area: string): Promise<void> {
  areas.add(area);
  await Promise.all([load("es-AR", area), load(i18next.language, area)]);
}

async function load(locale: string, area: string): Promise<void> {
  const name = area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (i18next.exists(name, { lng: locale, fallbackLng: [], returnObjects: true })) return;
  const file = files[`./locales/${locale}/${area}.json`];
  if (!file) return;
  const texts = (await file()).default;
  i18next.addResourceBundle(locale, "translation", { [name]: texts }, true, false);
}

function storedLocale(): Locale | undefined {
  try {
    return LOCALES.find((locale) => locale === localStorage.getItem(STORE));
  } catch {
    return undefined;
  }
}
