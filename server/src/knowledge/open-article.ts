import type { Article, ArticleVersion } from "@vera/contracts/knowledge";
import { type ArticleId, type Context, DomainError, type TenantScope } from "../platform/index.ts";
import { listAttachments } from "./attachments/store.ts";
import { showArticle, showVersion } from "./show-article.ts";
import {
  type ArticleRow,
  readArticle,
  readLiveVersions,
  readVersion,
  readVersions,
  type VersionRow,
} from "./store.ts";
import { isUnpublished, validityOf } from "./validity.ts";

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
  const now = ctx.clock.now();
  if (!mayEdit) requireInForce(visible, now);
  return showArticle(article, { versions: visible, attachments: await listAttachments(ctx, articleId), now });
}

/** A text that holds no more, or not yet, is told by nobody; what was told of it is opened by its version. */
function requireInForce(versions: readonly VersionRow[], now: Date): void {
  if (versions.some((version) => validityOf(version, now) === "in-force")) return;
  throw new DomainError("not-found", "This text is not in force: it must not be told", {
    key: "articleNotInForce",
  });
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
  if (!version || version.articleId !== articleId || isUnpublished(version)) {
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
