import type { Context } from "../../platform/index.ts";
import { findTopics, readTopics, type TopicFilter, type TopicRow } from "./store.ts";

const MAX_WORDS = 8;

/** The whole tree, or what has every word of `text` somewhere in its path, without accents, in any order. */
export async function searchTopics(
  ctx: Context,
  { text, limit = 50, ...filter }: TopicFilter & { text?: string; limit?: number },
): Promise<TopicRow[]> {
  const words = (text ?? "").split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  return words.length > 0
    ? await findTopics(ctx, { ...filter, words, limit })
    : await readTopics(ctx, filter);
}
