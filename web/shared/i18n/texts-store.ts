import { lookUp, type TextParams, type TextTree, translate } from "./translate.ts";

export const LOCALES = ["es-AR", "en"] as const;
export type Locale = (typeof LOCALES)[number];
/** Spanish is written first: what English lacks is said in Spanish. */
export const FIRST_LOCALE: Locale = "es-AR";

export type Translate = (keys: string | readonly string[], params?: TextParams) => string;

export interface Texts {
  readonly locale: Locale;
  readonly t: Translate;
}

const trees: Record<Locale, Record<string, TextTree>> = { "es-AR": {}, en: {} };
const listeners = new Set<() => void>();
let texts: Texts = speak(FIRST_LOCALE);

export function currentTexts(): Texts {
  return texts;
}

export function listenTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hasTexts(locale: Locale, area: string): boolean {
  return area in trees[locale];
}

export function addTexts(locale: Locale, area: string, tree: TextTree): void {
  trees[locale][area] = tree;
}

/** Everything that is shown is drawn again in the language. */
export function chooseLocale(locale: Locale): void {
  texts = speak(locale);
  for (const listener of listeners) listener();
}

function speak(locale: Locale): Texts {
  const find = (key: string): string | undefined =>
    lookUp(trees[locale], key) ?? lookUp(trees[FIRST_LOCALE], key);
  return { locale, t: (keys, params) => translate(find, locale, keys, params) };
}
