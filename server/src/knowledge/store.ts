import type { ArticleBody, VersionState } from "@vera/contracts/knowledge";
import {
  type ArticleId,
  actorId,
  actorName,
  type Context,
  many,
  maybe,
  run,
  type Sql,
  sql,
  type TenantId,
  type TopicId,
  uuids,
} from "../platform/index.ts";

export interface ArticleRow {
  readonly id: ArticleId;
  readonly tenantId: TenantId;
  readonly demo: boolean;
  readonly retired: boolean;
  readonly topicIds: readonly TopicId[];
}

export interface VersionRow extends ArticleBody {
  readonly id: string;
  readonly articleId: ArticleId;
  readonly tenantId: TenantId;
  readonly number: number;
  readonly state: VersionState;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
  readonly publishedByName: string | null;
  readonly submittedAt: Date | null;
  readonly submittedByName: string | null;
  readonly returnNote: string | null;
  readonly returnedByName: string | null;
  readonly offeredFrom: Date | null;
  /** Midnight after the last day. */
  readonly offeredUntil: Date | null;
  readonly revision: number;
}

const ARTICLE = sql.raw(`
  a.id, a.tenant_id as "tenantId", a.demo, a.retired_at is not null as retired,
  array(select t.topic_id from knowledge.article_topic t where t.article_id = a.id order by t.topic_id) as "topicIds"`);

const VERSION = sql.raw(`
  v.id, v.article_id as "articleId", v.tenant_id as "tenantId", v.number, v.state, v.title, v.summary,
  v.what_is_it as "whatIsIt", v.for_whom as "forWhom", v.what_do_i_need as "whatDoINeed", v.cost, v."where",
  v.online, v.online_url as "onlineUrl", v.keywords, v.agent_note as "agentNote", v.author_name as "authorName",
  v.created_at as "createdAt", v.updated_at as "updatedAt", v.published_at as "publishedAt",
  v.published_by_name as "publishedByName", v.submitted_at as "submittedAt", v.submitted_by_name as "submittedByName",
  v.return_note as "returnNote", v.returned_by_name as "returnedByName", v.owner, v.norm, v.valid_from as "validFrom",
  v.valid_to as "validTo", v.review_on as "reviewOn", v.required_data as "requiredData", v.audience,
  v.offered_from as "offeredFrom", v.offered_until as "offeredUntil", v.revision`);

export async function readArticle(ctx: Context, articleId: ArticleId): Promise<ArticleRow | undefined> {
  return await maybe<ArticleRow>(
    ctx,
    sql`select ${ARTICLE} from knowledge.article a where a.id = ${articleId}`,
  );
}

/** Held until the end of the transaction: versions of one article are numbered and published one after the other. */
export async function lockArticle(ctx: Context, articleId: ArticleId): Promise<ArticleRow | undefined> {
  return await maybe<ArticleRow>(
    ctx,
    sql`select ${ARTICLE} from knowledge.article a where a.id = ${articleId} for update of a`,
  );
}

export async function insertArticle(
  ctx: Context,
  article: { readonly id: ArticleId; readonly tenantId: TenantId; readonly demo: boolean },
): Promise<void> {
  await run(
    ctx,
    sql`insert into knowledge.article (id, tenant_id, demo, created_at)
        values (${article.id}, ${article.tenantId}, ${article.demo}, ${ctx.clock.now()})`,
  );
}

export async function retireArticle(ctx: Context, articleId: ArticleId): Promise<number> {
  return await run(
    ctx,
    sql`update knowledge.article set retired_at = ${ctx.clock.now()} where id = ${articleId} and retired_at is null`,
  );
}

export async function replaceTopics(
  ctx: Context,
  { id, tenantId }: Pick<ArticleRow, "id" | "tenantId">,
  topicIds: readonly TopicId[],
): Promise<void> {
  await run(
    ctx,
    sql`delete from knowledge.article_topic where article_id = ${id} and topic_id <> all(${uuids(topicIds)})`,
  );
  await run(
    ctx,
    sql`
      insert into knowledge.article_topic (tenant_id, article_id, topic_id)
      select ${tenantId}, ${id}, unnest(${uuids(topicIds)}) on conflict do nothing`,
  );
}

export async function readVersions(ctx: Context, articleId: ArticleId): Promise<VersionRow[]> {
  return await many<VersionRow>(ctx, versionsWhere(sql`v.article_id = ${articleId} order by v.number desc`));
}

export async function readLiveVersions(ctx: Context, articleId: ArticleId): Promise<VersionRow[]> {
  return await many<VersionRow>(
    ctx,
    versionsWhere(sql`v.article_id = ${articleId} and v.state in ('draft', 'review', 'published')`),
  );
}

export async function readVersion(ctx: Context, versionId: string): Promise<VersionRow | undefined> {
  return await maybe<VersionRow>(ctx, versionsWhere(sql`v.id = ${versionId}`));
}

function versionsWhere(where: Sql<unknown>): Sql<VersionRow> {
  return sql<VersionRow>`select ${VERSION} from knowledge.article_version v where ${where}`;
}

/** The columns of a body with their values; the days become instants of the organism's zone. */
function bodyValues(body: ArticleBody, zone: string): [string, Sql<unknown>][] {
  return [
    ["title", sql`${body.title}`],
    ["summary", sql`${body.summary}`],
    ["what_is_it", sql`${body.whatIsIt}`],
    ["for_whom", sql`${body.forWhom}`],
    ["what_do_i_need", sql`${body.whatDoINeed}`],
    ["cost", sql`${body.cost}`],
    ['"where"', sql`${body.where}`],
    ["online", sql`${body.online}`],
    ["online_url", sql`${body.onlineUrl}`],
    ["keywords", sql`${body.keywords}::text[]`],
    ["keyword_text", sql`${body.keywords.join(" ")}`],
    ["agent_note", sql`${body.agentNote}`],
    ["audience", sql`${body.audience}`],
    ["required_data", sql`${body.requiredData}::text[]`],
    ["owner", sql`${body.owner}`],
    ["norm", sql`${body.norm}`],
    ["valid_from", sql`${body.validFrom}::date`],
    ["valid_to", sql`${body.validTo}::date`],
    ["review_on", sql`${body.reviewOn}::date`],
    ["offered_from", sql`${body.validFrom}::date::timestamp at time zone ${zone}`],
    ["offered_until", sql`(${body.validTo}::date + 1)::timestamp at time zone ${zone}`],
  ];
}

export interface DraftText {
  readonly body: ArticleBody;
  /** Of the organism: a text is valid until its midnight. */
  readonly zone: string;
}

export async function insertDraft(
  ctx: Context,
  article: Pick<ArticleRow, "id" | "tenantId">,
  { body, zone }: DraftText,
) {
  const now = ctx.clock.now();
  const values = bodyValues(body, zone);
  const names = sql.raw(values.map(([name]) => name).join(", "));
  await run(
    ctx,
    sql`
      insert into knowledge.article_version
        (id, tenant_id, article_id, number, state, ${names}, author_id, author_name, created_at, updated_at)
      select ${ctx.ids.uuid()}, ${article.tenantId}, ${article.id}, coalesce(max(v.number), 0) + 1, 'draft',
        ${sql.join(values.map(([, value]) => value))},
        ${actorId(ctx.actor)}, ${actorName(ctx.actor)}, ${now}, ${now}
      from knowledge.article_version v where v.article_id = ${article.id}`,
  );
}

/** Makes it a draft again where it waited for review. 0 rows where somebody saved or published in between. */
export async function updateDraft(
  ctx: Context,
  articleId: ArticleId,
  { revision, body, zone }: DraftText & { readonly revision: number },
): Promise<number> {
  const sets = bodyValues(body, zone).map(([name, value]) => sql`${sql.raw(name)} = ${value}`);
  return await run(
    ctx,
    sql`
      update knowledge.article_version set ${sql.join(sets)}, state = 'draft', submitted_at = null,
        submitted_by_name = null, author_id = ${actorId(ctx.actor)}, author_name = ${actorName(ctx.actor)},
        updated_at = ${ctx.clock.now()}, revision = revision + 1
      where article_id = ${articleId} and state in ('draft', 'review') and revision = ${revision}`,
  );
}

export async function submitVersion(ctx: Context, versionId: string): Promise<void> {
  await run(
    ctx,
    sql`
      update knowledge.article_version
      set state = 'review', submitted_at = ${ctx.clock.now()}, submitted_by_name = ${actorName(ctx.actor)},
        return_note = null, returned_by_name = null
      where id = ${versionId} and state = 'draft'`,
  );
}

export async function returnVersion(ctx: Context, versionId: string, note: string): Promise<void> {
  await run(
    ctx,
    sql`
      update knowledge.article_version
      set state = 'draft', submitted_at = null, submitted_by_name = null, return_note = ${note},
        returned_by_name = ${actorName(ctx.actor)}, updated_at = ${ctx.clock.now()}
      where id = ${versionId} and state = 'review'`,
  );
}

export async function supersedePublished(ctx: Context, articleId: ArticleId): Promise<void> {
  await run(
    ctx,
    sql`update knowledge.article_version set state = 'superseded' where article_id = ${articleId} and state = 'published'`,
  );
}

export async function publishVersion(ctx: Context, versionId: string): Promise<void> {
  await run(
    ctx,
    sql`
      update knowledge.article_version
      set state = 'published', published_at = ${ctx.clock.now()}, published_by_name = ${actorName(ctx.actor)}
      where id = ${versionId} and state in ('draft', 'review')`,
  );
}
