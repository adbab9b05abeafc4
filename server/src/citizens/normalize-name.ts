/** Lower case, no accents (ñ as n), only letters, digits and single spaces: the form in which names are compared. */
export function normalizeName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words of a name typed in any order. */
export function nameWords(text: string): string[] {
  const normal = normalizeName(text);
  return normal === "" ? [] : [...new Set(normal.split(" "))];
}

const PARTICLES = new Set(["de", "del", "la", "las", "los", "el", "y", "e"]);

/** The words that tell people apart: without particles, unless nothing else is left. The same as SQL's citizens.name_words. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !PARTICLES.has(word));
  return telling.length > 0 ? telling : [...words];
}

export interface PersonNames {
  readonly givenName: string;
  readonly familyName: string;
  readonly chosenName: string | null;
}

/** What the register indexes: every name of the person, a space before each word so that "starts with" is a search. */
export function searchName({ givenName, familyName, chosenName }: PersonNames): string {
  const words = nameWords(`${givenName} ${familyName} ${chosenName ?? ""}`);
  return ` ${words.join(" ")} `;
}

/** The chosen name comes first (Ley 26.743, art. 12). */
export function displayName({ givenName, familyName, chosenName }: PersonNames): string {
  return `${chosenName ?? givenName} ${familyName}`;
}
