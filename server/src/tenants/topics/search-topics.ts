import { WORDS_THAT_SAY_NOTHING } from "@vera/contracts/search-words";
import type { Context } from "../../platform/index.ts";
import { findTopics, readTopics, type TopicFilter, type TopicRow } from "./store.ts";

const MAX_WORDS = 8;

/** The whole tree, or what has every word of `text` in the names or aliases of its path, without accents, in any order. */
export async function searchTopics(
  ctx: Context,
  { text, limit = 50, ...filter }: TopicFilter & { text?: string; limit?: number },
): Promise<TopicRow[]> {
  const words = topicWords(text ?? "");
  if (words.length > 0) return await findTopics(ctx, { ...filter, words, limit });
  return text?.trim() ? [] : await readTopics(ctx, filter);
}

/** Letters and digits only, folded; what says nothing counts only where there is nothing else. */
export function topicWords(text: string): string[] {
  const words =
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !WORDS_THAT_SAY_NOTHING.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
}
