import type {
  Article,
  ArticleVersions,
  FindArticlesQuery,
  FoundArticles,
  NewArticle,
  PublishDraft,
  SaveDraft,
} from "@vera/contracts/knowledge";
import { get, post, put, remove } from "../request.ts";

/** What one may edit, published or not. */
export async function listEditableArticles(query: FindArticlesQuery): Promise<FoundArticles> {
  return get("/articles", { query: { ...query, drafts: true } });
}

export async function createArticle(article: NewArticle): Promise<Article> {
  return post("/articles", article);
}

export async function saveArticleDraft(articleId: string, draft: SaveDraft): Promise<Article> {
  return put(`/articles/${articleId}/draft`, draft);
}

export async function publishArticle(articleId: string, draft: PublishDraft): Promise<Article> {
  return post(`/articles/${articleId}/publication`, draft);
}

export async function retireArticle(articleId: string): Promise<void> {
  return remove(`/articles/${articleId}`);
}

export async function listArticleVersions(articleId: string): Promise<ArticleVersions> {
  return get(`/articles/${articleId}/versions`);
}
