import type { Article, FoundArticles, Reading, ReadToCitizen } from "@vera/contracts/knowledge";
import { get, post } from "./request.ts";

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
