import type { Article } from "@vera/contracts/knowledge";
import type { ReturnDraft, SubmitDraft } from "@vera/contracts/knowledge-care";
import { type ArticleId, type Context, DomainError } from "../platform/index.ts";
import { heldDraft, told } from "./held-draft.ts";
import { openArticle } from "./open-article.ts";
import { returnVersion, submitVersion } from "./store.ts";

/** "Please read it": from now on it waits for whoever may publish. */
export async function submitDraft(
  ctx: Context,
  { articleId, versionId, revision }: SubmitDraft & { articleId: ArticleId },
): Promise<Article> {
  const { article, draft } = await heldDraft(ctx, { articleId, versionId, revision });
  if (draft.state === "draft") {
    await submitVersion(ctx, versionId);
    await told(ctx, article, "article.submitted", { versionId, number: draft.number });
  }
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}

/** Not to be published as it is; the note says why, and stays beside the draft until it is sent again. */
export async function returnDraft(
  ctx: Context,
  { articleId, versionId, revision, note }: ReturnDraft & { articleId: ArticleId },
): Promise<Article> {
  const { article, draft } = await heldDraft(ctx, { articleId, versionId, revision });
  if (draft.state !== "review") {
    throw new DomainError("conflict", "This draft is not waiting for review", {
      key: "articleNotInReview",
    });
  }
  await returnVersion(ctx, versionId, note.trim());
  await told(ctx, article, "article.returned", { versionId, number: draft.number });
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}
