import { foldText } from "../../../../shared/format/fold-text.ts";

const LONGEST = 60;

/** "Bienvenida de Vera" → "bienvenida-de-vera": the name that flows use. */
export function proposedKey(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST);
}

export function isKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}$/.test(key);
}
