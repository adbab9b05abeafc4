import { WORDS_THAT_SAY_NOTHING } from "@vera/contracts/search-words";

/** More words than anybody types for one matter; keeps the statement small. */
const MAX_WORDS = 8;

/** Lower case without accents, one sign for each sign: a place in the folded text is the same place in the original. */
export function foldText(text: string): string {
  return [...text].map((sign) => [...sign.normalize("NFD")][0]?.toLowerCase() ?? sign).join("");
}

/** Letters and digits only, so that a word carries no operator of text search. */
export function queryWords(typed: string): string[] {
  const words = foldText(typed.normalize("NFC")).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, MAX_WORDS);
}

/** Words of a story that may say what it is about, in their order. Numbers never do. */
export function storyWords(text: string): string[] {
  const words = foldText(text.normalize("NFC")).match(/\p{L}+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length > 2 && !WORDS_THAT_SAY_NOTHING.has(word));
}
