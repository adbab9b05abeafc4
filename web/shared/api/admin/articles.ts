import type {
  Article,
  ArticleVersions,
  Audience,
  FindArticlesQuery,
  FoundArticles,
  NewArticle,
  PublishDraft,
  SaveDraft,
} from "@vera/contracts/knowledge";
import type { ReturnDraft, SubmitDraft } from "@vera/contracts/knowledge-care";
import { get, post, put, remove } from "../request.ts";
import { postForm } from "./send-form.ts";

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

export async function submitArticle(articleId: string, draft: SubmitDraft): Promise<Article> {
  return post(`/articles/${articleId}/review`, draft);
}

export async function returnArticle(articleId: string, draft: ReturnDraft): Promise<Article> {
  return post(`/articles/${articleId}/return`, draft);
}

export async function attachToArticle(
  articleId: string,
  { file, audience }: { file: File; audience: Audience },
): Promise<Article> {
  const form = new FormData();
  form.set("audience", audience);
  form.set("file", file, file.name);
  return postForm(`/articles/${articleId}/attachments`, form);
}

export async function detachFromArticle(articleId: string, attachmentId: string): Promise<Article> {
  return remove(`/articles/${articleId}/attachments/${attachmentId}`);
}
