import errors from "./locales/es-AR/errors.json";
import shell from "./locales/es-AR/shell.json";
import signIn from "./locales/es-AR/sign-in.json";
import ui from "./locales/es-AR/ui.json";
import {
  addTexts,
  chooseLocale,
  currentTexts,
  FIRST_LOCALE,
  hasTexts,
  LOCALES,
  type Locale,
} from "./texts-store.ts";
import type { TextTree } from "./translate.ts";

/** Texts that the first screen needs come with the program in Spanish, everything else on demand. */
const FIRST = { errors, shell, "sign-in": signIn, ui };
const files = import.meta.glob<{ default: TextTree }>([
  "./locales/*/*.json",
  "!./locales/es-AR/{errors,shell,sign-in,ui}.json",
]);
const STORE = "vera.locale";
const areas = new Set(Object.keys(FIRST));

export async function startTexts(): Promise<void> {
  for (const [area, tree] of Object.entries(FIRST)) addTexts(FIRST_LOCALE, keyOf(area), tree);
  const wanted = storedLocale();
  if (wanted && wanted !== FIRST_LOCALE) await setLocale(wanted);
  document.documentElement.lang = currentTexts().locale;
}

export async function setLocale(locale: Locale): Promise<void> {
  await Promise.all([...areas].map((area) => load(locale, area)));
  chooseLocale(locale);
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(STORE, locale);
  } catch {
    // A private window may refuse storage; the language then holds for this visit.
  }
}

/** The language a person chose elsewhere, unless this computer has a choice of its own. */
export async function adoptLocale(wanted: string): Promise<void> {
  const locale = LOCALES.find((known) => known === wanted);
  if (locale && storedLocale() === undefined && locale !== currentTexts().locale) await setLocale(locale);
}

/** Texts of one area of the desk: file `locales/<locale>/<area>.json`, keys `<areaInCamelCase>.…`. */
export async function loadTexts(area: string): Promise<void> {
  areas.add(area);
  await Promise.all([load(FIRST_LOCALE, area), load(currentTexts().locale, area)]);
}

async function load(locale: Locale, area: string): Promise<void> {
  const file = files[`./locales/${locale}/${area}.json`];
  if (!file || hasTexts(locale, keyOf(area))) return;
  addTexts(locale, keyOf(area), (await file()).default);
}

function keyOf(area: string): string {
  return area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function storedLocale(): Locale | undefined {
  try {
    return LOCALES.find((locale) => locale === localStorage.getItem(STORE));
  } catch {
    return undefined;
  }
}
