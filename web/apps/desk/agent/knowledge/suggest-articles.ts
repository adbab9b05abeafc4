import type { FoundArticles } from "@vera/contracts/knowledge";
import type { ArticleSearch } from "../../../../shared/api/articles.ts";

/** What is known of what the person wants, from the surest to the least. */
export interface ArticleQuestion {
  query: string;
  topicId: string | null;
  /** Of the contact's queue. */
  queueName: string | null;
}

export interface SuggestedArticles {
  found: FoundArticles;
  /** Why these: what was typed, the topic, the queue's name, how often they are read, or none of it. */
  why: "query" | "topic" | "queue" | "most-read" | "all";
}

type Find = (search: ArticleSearch) => Promise<FoundArticles>;

/**
 * Words or a topic are answered as asked, with nothing if there is nothing. Without both: what has every word of the
 * queue's name, else what was read most lately, else the whole list.
 */
export async function suggestArticles(question: ArticleQuestion, find: Find): Promise<SuggestedArticles> {
  const { query, topicId, queueName } = question;
  if (query !== "") return { found: await find({ q: query }), why: "query" };
  if (topicId !== null) return { found: await find({ topicId }), why: "topic" };
  if (queueName) {
    const found = await find({ q: queueName });
    if (found.by === "words") return { found, why: "queue" };
  }
  const mostRead = await find({ order: "most-read" });
  if (mostRead.items.length > 0) return { found: mostRead, why: "most-read" };
  return { found: await find({}), why: "all" };
}
