import type { Feedback, NewFeedback } from "@vera/contracts/knowledge-care";
import { type ArticleId, actorName, audit, type Context, DomainError } from "../../platform/index.ts";
import { cleanText } from "../clean-body.ts";
import { readVersion } from "../store.ts";
import { countUse } from "../use/store.ts";
import { isUnpublished } from "../validity.ts";
import { insertFeedback, readOpenFeedback, settleFeedback } from "./store.ts";

interface Given extends NewFeedback {
  readonly articleId: ArticleId;
  readonly source: Feedback["source"];
}

/** "It helped" lifts the article in what is found; "it is wrong" waits for whoever edits it. */
export async function giveFeedback(ctx: Context, given: Given): Promise<void> {
  const { articleId, versionId, kind, source } = given;
  const version = await readVersion(ctx, versionId);
  if (!version || version.articleId !== articleId || isUnpublished(version)) {
    throw new DomainError("not-found", `No published version ${versionId} of this article`, {
      key: "articleVersionNotFound",
    });
  }
  const comment = cleanText(given.comment ?? "");
  if (kind === "wrong" && comment === "") {
    throw new DomainError("invalid", "Say what is wrong: a mark without words cannot be corrected", {
      key: "feedbackNeedsWords",
    });
  }
  const { tenantId } = version;
  const authorName = source === "agent" ? actorName(ctx.actor) : null;
  await insertFeedback(ctx, { tenantId, articleId, versionId, kind, comment, source, authorName });
  if (kind === "useful") await countUse(ctx, { tenantId, articleId, readings: 0, useful: 1 });
}

export async function listOpenFeedback(ctx: Context): Promise<Feedback[]> {
  return (await readOpenFeedback(ctx)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** Somebody looked at it and did what was needed. */
export async function markFeedbackSettled(ctx: Context, id: string): Promise<void> {
  const tenantId = await settleFeedback(ctx, id);
  if (tenantId === undefined) {
    throw new DomainError("not-found", `No open feedback ${id}`, { key: "feedbackNotFound" });
  }
  await audit(ctx, {
    action: "article-feedback.settled",
    subject: { kind: "article-feedback", id },
    tenantId,
  });
}
