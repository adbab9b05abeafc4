import type { Article, NewArticle, PublishDraft, SaveDraft } from "@vera/contracts/knowledge";
import {
  type ArticleId,
  audit,
  type Context,
  DomainError,
  emit,
  inScope,
  type TenantId,
  type TopicId,
} from "../platform/index.ts";
import { readTopicsById } from "../tenants/index.ts";
import { cleanBody } from "./clean-body.ts";
import { articlePublished } from "./events.ts";
import { foundArticle, openArticle } from "./open-article.ts";
import * as store from "./store.ts";

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
  await store.insertDraft(ctx, article, cleanBody(given.body));
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
  const body = cleanBody(draft.body);
  const current = (await store.readLiveVersions(ctx, articleId)).find(({ state }) => state === "draft");
  if ((current?.revision ?? 0) !== draft.revision) throw changedMeanwhile(current);
  if (current) await store.updateDraft(ctx, articleId, { revision: draft.revision, body });
  else await store.insertDraft(ctx, article, body);
  await store.replaceTopics(ctx, article, topicIds);
  await told(ctx, article, "article.draft-saved");
  return await openArticle(ctx, { articleId, edits: ctx.scope });
}

/** From now on this is what citizens are told; the text before stays as it was, for what was told with it. */
export async function publishDraft(
  ctx: Context,
  { articleId, versionId, revision }: PublishDraft & { articleId: ArticleId },
): Promise<Article> {
  const article = foundArticle(await store.lockArticle(ctx, articleId), articleId);
  const draft = (await store.readLiveVersions(ctx, articleId)).find(({ state }) => state === "draft");
  if (draft?.id !== versionId || draft.revision !== revision) throw changedMeanwhile(draft);
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

async function visibleTopics(ctx: Context, topicIds: readonly string[]): Promise<TopicId[]> {
  const wanted = [...new Set(topicIds)] as TopicId[];
  if (wanted.length === 0) return [];
  const visible = new Set((await readTopicsById(ctx, wanted)).map(({ id }) => id));
  const missing = wanted.find((id) => !visible.has(id));
  if (missing === undefined) return wanted;
  throw new DomainError("not-found", `No topic ${missing} here`, { key: "topicNotFound" });
}

function changedMeanwhile(draft: store.VersionRow | undefined): DomainError {
  const what = draft
    ? `${draft.authorName} saved this draft meanwhile; it has revision ${draft.revision}`
    : "This draft was published meanwhile";
  return new DomainError("conflict", `${what}. Load the article again`, {
    key: "articleChangedMeanwhile",
    params: { by: draft?.authorName ?? "", revision: draft?.revision ?? 0 },
  });
}

async function told(
  ctx: Context,
  article: Pick<store.ArticleRow, "id" | "tenantId">,
  action: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const subject = { kind: "article", id: article.id };
  await audit(ctx, { action, subject, tenantId: article.tenantId, detail });
}
