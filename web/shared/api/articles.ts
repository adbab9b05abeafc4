import type { Article, FoundArticles, Reading, ReadToCitizen } from "@vera/contracts/knowledge";
import type { NewFeedback, NewGap, SuggestArticles } from "@vera/contracts/knowledge-care";
import { apiUrl, get, post } from "./request.ts";

export interface ArticleSearch {
  q?: string;
  topicId?: string | null;
  tenantId?: string;
  order?: "most-read";
}

export async function findArticles(search: ArticleSearch, signal?: AbortSignal): Promise<FoundArticles> {
  return get("/articles", { query: { ...search, limit: 12 }, ...(signal ? { signal } : {}) });
}

export async function openArticle(articleId: string): Promise<Article> {
  return get(`/articles/${articleId}`);
}

export async function readToCitizen(articleId: string, reading: ReadToCitizen): Promise<Reading> {
  return post(`/articles/${articleId}/readings`, reading);
}

export async function suggestArticles(asked: SuggestArticles): Promise<FoundArticles> {
  return post("/article-suggestions", asked);
}

export async function giveFeedback(articleId: string, feedback: NewFeedback): Promise<void> {
  return post(`/articles/${articleId}/feedback`, feedback);
}

/** "Asked, not found". */
export async function noteGap(gap: NewGap): Promise<void> {
  return post("/article-gaps", gap);
}

export function attachmentUrl(articleId: string, attachmentId: string): string {
  return apiUrl(`/articles/${articleId}/attachments/${attachmentId}`);
}
