import { type ArticleId, audit, type Context, DomainError } from "../platform/index.ts";
import { foundArticle } from "./open-article.ts";
import { type ArticleRow, lockArticle, readLiveVersions, type VersionRow } from "./store.ts";
import { isUnpublished } from "./validity.ts";

interface Held {
  readonly article: ArticleRow;
  readonly draft: VersionRow;
  readonly published: VersionRow | undefined;
}

/** The article, locked, and the draft that was on the screen; refuses where it was changed meanwhile. */
export async function heldDraft(
  ctx: Context,
  { articleId, versionId, revision }: { articleId: ArticleId; versionId: string; revision: number },
): Promise<Held> {
  const article = foundArticle(await lockArticle(ctx, articleId), articleId);
  const versions = await readLiveVersions(ctx, articleId);
  const draft = versions.find(isUnpublished);
  if (draft?.id !== versionId || draft.revision !== revision) throw changedMeanwhile(draft);
  return { article, draft, published: versions.find(({ state }) => state === "published") };
}

export function changedMeanwhile(draft: VersionRow | undefined): DomainError {
  const what = draft
    ? `${draft.authorName} saved this draft meanwhile; it has revision ${draft.revision}`
    : "This draft was published meanwhile";
  return new DomainError("conflict", `${what}. Load the article again`, {
    key: "articleChangedMeanwhile",
    params: { by: draft?.authorName ?? "", revision: draft?.revision ?? 0 },
  });
}

export async function told(
  ctx: Context,
  article: Pick<ArticleRow, "id" | "tenantId">,
  action: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const subject = { kind: "article", id: article.id };
  await audit(ctx, { action, subject, tenantId: article.tenantId, detail });
}
