import type { Article, ArticleVersion } from "@vera/contracts/knowledge";
import { type ArticleId, type Context, DomainError, type TenantScope } from "../platform/index.ts";
import { showArticle, showVersion } from "./show-article.ts";
import { type ArticleRow, readArticle, readLiveVersions, readVersion, readVersions } from "./store.ts";

interface Reader {
  readonly articleId: ArticleId;
  /** Where the reader may edit: there the draft is shown too. */
  readonly edits: TenantScope;
}

/** The text that holds now. An article that was never published exists only for who may edit it. */
export async function openArticle(ctx: Context, { articleId, edits }: Reader): Promise<Article> {
  const article = foundArticle(await readArticle(ctx, articleId), articleId);
  const mayEdit = edits === "system" || edits.includes(article.tenantId);
  const versions = await readLiveVersions(ctx, articleId);
  const visible = mayEdit ? versions : versions.filter(({ state }) => state === "published");
  if (visible.length === 0) throw noArticle(articleId);
  return showArticle(article, visible);
}

export async function listVersions(ctx: Context, articleId: ArticleId): Promise<ArticleVersion[]> {
  foundArticle(await readArticle(ctx, articleId), articleId);
  return (await readVersions(ctx, articleId)).map(showVersion);
}

/** A text as it was told, also when a newer one holds: the proof of what was read. Drafts were told to nobody. */
export async function openToldVersion(
  ctx: Context,
  { articleId, versionId }: { articleId: ArticleId; versionId: string },
): Promise<ArticleVersion> {
  const version = await readVersion(ctx, versionId);
  if (!version || version.articleId !== articleId || version.state === "draft") {
    throw new DomainError("not-found", `No published version ${versionId} of this article`, {
      key: "articleVersionNotFound",
    });
  }
  return showVersion(version);
}

export function foundArticle(article: ArticleRow | undefined, articleId: ArticleId): ArticleRow {
  if (article) return article;
  throw noArticle(articleId);
}

function noArticle(articleId: ArticleId): DomainError {
  return new DomainError("not-found", `No article ${articleId}`, { key: "articleNotFound" });
}
