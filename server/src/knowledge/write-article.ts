import type { Article, ArticleBody, NewArticle, PublishDraft, SaveDraft } from "@vera/contracts/knowledge";
import {
  type ArticleId,
  type Context,
  DomainError,
  emit,
  inScope,
  type TenantId,
  type TopicId,
} from "../platform/index.ts";
import { readTenant, readTopicsById } from "../tenants/index.ts";
import { cleanBody } from "./clean-body.ts";
import { articlePublished } from "./events.ts";
import { changedMeanwhile, heldDraft, told } from "./held-draft.ts";
import { foundArticle, openArticle } from "./open-article.ts";
import * as store from "./store.ts";
import { isUnpublished, validityOf } from "./validity.ts";

export async function createArticle(
  ctx: Context,
  given: NewArticle,
  { demo = false } = {},
): Promise<Article> {
  const tenantId = given.tenantId as TenantId;
  inScope(ctx, tenantId);
  const topicIds = await visibleTopics(ctx, given.topicIds);
  const article = { id: ctx.ids.uuid<ArticleId>(), tenantId, demo };
  await store.insertArticle(ctx, article);
  await store.replaceTopics(ctx, article, topicIds);
  await store.insertDraft(ctx, article, await draftText(ctx, tenantId, given.body));
  await told(ctx, article, "article.created");
  return await openArticle(ctx, { articleId: article.id, edits: ctx.scope });
}

/** Revision 0 starts a new draft beside the published text; any other must be the one on the screen. */
export async function saveDraft(
  ctx: Context,
  { articleId, draft }: { articleId: ArticleId; draft: SaveDraft },
): Promise<Article> {
  const article = foundArticle(await store.lockArticle(ctx, articleId), articleId);
  const topicIds = await visibleTopics(ctx, draft.topicIds);
  const text = await draftText(ctx, article.tenantId, draft.body);
  const current = (await store.readLiveVersions(ctx, articleId)).find(isUnpublished);
  if ((current?.revision ?? 0) !== draft.revision) throw changedMeanwhile(current);
  if (current) await store.updateDraft(ctx, articleId, { revision: draft.revision, ...text });
  else await store.insertDraft(ctx, article, text);
  await store.replaceTopics(ctx, article, topicIds);
  await told(ctx, article, "article.draft-saved");
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}

/** From now on this is what citizens are told; the text before stays as it was, for what was told with it. */
export async function publishDraft(
  ctx: Context,
  { articleId, versionId, revision }: PublishDraft & { articleId: ArticleId },
): Promise<Article> {
  const { article, draft, published } = await heldDraft(ctx, { articleId, versionId, revision });
  requireTellable(ctx, draft, published);
  await store.supersedePublished(ctx, articleId);
  await store.publishVersion(ctx, versionId);
  await told(ctx, article, "article.published", { versionId, number: draft.number });
  await emit(ctx, articlePublished, {
    tenantId: article.tenantId,
    key: articleId,
    data: { articleId, versionId, number: draft.number },
  });
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}

/** No longer found nor read; what was read stays provable. */
export async function retireArticle(ctx: Context, articleId: ArticleId): Promise<void> {
  const article = foundArticle(await store.lockArticle(ctx, articleId), articleId);
  if ((await store.retireArticle(ctx, articleId)) > 0) await told(ctx, article, "article.retired");
}

async function draftText(ctx: Context, tenantId: TenantId, given: ArticleBody): Promise<store.DraftText> {
  const body = cleanBody(given);
  if (body.validFrom !== null && body.validTo !== null && body.validTo < body.validFrom) {
    throw new DomainError("invalid", "The last day of a text comes before its first", {
      key: "articleValidityReversed",
    });
  }
  return { body, zone: (await readTenant(ctx, tenantId)).zone };
}

/** Publishing replaces what is told now: neither by nothing (expired) nor before its day. */
function requireTellable(
  ctx: Context,
  draft: store.VersionRow,
  published: store.VersionRow | undefined,
): void {
  const now = ctx.clock.now();
  const validity = validityOf(draft, now);
  if (validity === "expired") {
    throw new DomainError(
      "invalid",
      `This text is valid only until ${draft.validTo}: change that day first`,
      {
        key: "articleExpired",
        params: { day: draft.validTo ?? "" },
      },
    );
  }
  if (validity === "not-yet" && published && validityOf(published, now) === "in-force") {
    throw new DomainError(
      "conflict",
      `Another text holds until this one begins on ${draft.validFrom}: publish it on that day`,
      { key: "articleTooEarly", params: { day: draft.validFrom ?? "" } },
    );
  }
}

async function visibleTopics(ctx: Context, topicIds: readonly string[]): Promise<TopicId[]> {
  const wanted = [...new Set(topicIds)] as TopicId[];
  if (wanted.length === 0) return [];
  const visible = new Set((await readTopicsById(ctx, wanted)).map(({ id }) => id));
  const missing = wanted.find((id) => !visible.has(id));
  if (missing === undefined) return wanted;
  throw new DomainError("not-found", `No topic ${missing} here`, { key: "topicNotFound" });
}
