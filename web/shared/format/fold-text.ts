import { WORDS_THAT_SAY_NOTHING } from "@vera/contracts/search-words";

/** Without accents and case, for searching what people type in a hurry: `Energía` → `energia`. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * True when every word of the query begins some word of the text, in any order. "de", "la" and the like count only
 * where there is nothing else.
 */
export function matchesWords(text: string, query: string): boolean {
  const words = wordsOf(text);
  const asked = wordsOf(query);
  const telling = asked.filter((word) => !WORDS_THAT_SAY_NOTHING.has(word));
  return (telling.length > 0 ? telling : asked).every((wanted) =>
    words.some((word) => word.startsWith(wanted)),
  );
}
