import {
  type ArticleId,
  type Context,
  many,
  type Sql,
  sql,
  type TenantId,
  type TenantScope,
  type TopicId,
  uuids,
} from "../../platform/index.ts";
import { HIT_END, HIT_START } from "./mark-hits.ts";

export interface HitRow {
  readonly id: ArticleId;
  readonly tenantId: TenantId;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly topicIds: readonly TopicId[];
  readonly demo: boolean;
  readonly title: string;
  readonly text: string;
  /** The same folded, with found words between the signs of mark-hits.ts. */
  readonly foldedTitle: string;
  readonly foldedText: string;
}

export interface Filter {
  readonly tenantId: TenantId | null;
  /** The topic and those above it; null: any. */
  readonly topicIds: readonly TopicId[] | null;
  readonly limit: number;
}

/** A page of a list by title. */
export interface TitlePage extends Filter {
  readonly after: { readonly id: string; readonly title: string } | null;
}

function past(after: TitlePage["after"], title: Sql<unknown>, id: Sql<unknown>): Sql<unknown> {
  return after ? sql`(${title}, ${id}) > (${after.title}, ${after.id}::uuid)` : sql`true`;
}

const TEXT = sql.raw(
  `concat_ws(E'\\n', nullif(v.summary, ''), nullif(v.what_is_it, ''), nullif(v.for_whom, ''),
     nullif(v.what_do_i_need, ''), nullif(v.cost, ''), nullif(v."where", ''), nullif(v.online, ''))`,
);
const HIT = sql.raw(`
  a.id, a.tenant_id as "tenantId", v.id as "versionId", v.number as "versionNumber", a.demo, v.title,
  array(select t.topic_id from knowledge.article_topic t where t.article_id = a.id order by t.topic_id) as "topicIds"`);

const MARKS = `HighlightAll=true, StartSel="${HIT_START}", StopSel="${HIT_END}"`;

function matches({ tenantId, topicIds }: Filter): Sql<unknown> {
  const inTopics =
    topicIds &&
    sql`exists (select from knowledge.article_topic t where t.article_id = a.id and t.topic_id = any(${uuids(topicIds)}))`;
  return sql`v.state = 'published' and a.retired_at is null
    and (${tenantId}::uuid is null or a.tenant_id = ${tenantId}) and ${inTopics ?? sql`true`}`;
}

/** The last word may be half typed: it counts as its stem and as a beginning. */
function tsquery(words: readonly string[], joint: "and" | "or"): Sql<unknown> {
  const terms = words.map((word, index) => {
    const stem = sql`to_tsquery('knowledge.spanish', knowledge.stemmable(${word}))`;
    const isLast = index === words.length - 1 && word.length > 1;
    return isLast ? sql`(${stem} || to_tsquery('simple', ${`${word}:*`}))` : stem;
  });
  return sql.join(terms, joint === "and" ? sql` && ` : sql` || `);
}

/**
 * By words, best first: title and keywords weigh most, long texts no more than short ones (normalisation 1).
 * Only the rows that are shown get their words marked.
 */
export async function searchWords(
  ctx: Context,
  { words, joint, filter }: { words: readonly string[]; joint: "and" | "or"; filter: Filter },
): Promise<HitRow[]> {
  return await many<HitRow>(
    ctx,
    sql`
      with asked as materialized (select ${tsquery(words, joint)} as query),
      best as materialized (
        select ${HIT}, ${TEXT} as text, asked.query,
          ts_rank('{0.1, 0.3, 0.6, 1.0}', v.search, asked.query, 1) as rank
        from asked, knowledge.article_version v join knowledge.article a on a.id = v.article_id
        where v.search @@ asked.query and ${matches(filter)}
        order by rank desc, v.title, v.id
        limit ${filter.limit}
      )
      select id, "tenantId", "versionId", "versionNumber", demo, title, "topicIds", text,
        ts_headline('knowledge.spanish', knowledge.stemmable(title), query, ${MARKS}) as "foldedTitle",
        ts_headline('knowledge.spanish', knowledge.stemmable(text), query, ${MARKS}) as "foldedText"
      from best order by rank desc, title, "versionId"`,
  );
}

/** Mean likeness of the words to some word of the title, keywords or summary: half of the trigrams is one slip in a word. */
const SIMILAR_ENOUGH = 0.4;

export async function searchSimilar(
  ctx: Context,
  { words, filter }: { words: readonly string[]; filter: Filter },
): Promise<HitRow[]> {
  const likeness = sql.join(
    words.map((word) => sql`strict_word_similarity(${word}, v.plain)`),
    sql` + `,
  );
  return await many<HitRow>(
    ctx,
    sql`
      with near as materialized (
        select ${HIT}, ${TEXT} as text, (${likeness}) / ${words.length}::float as likeness
        from knowledge.article_version v join knowledge.article a on a.id = v.article_id
        where ${matches(filter)}
      )
      select id, "tenantId", "versionId", "versionNumber", demo, title, "topicIds", text,
        knowledge.fold(title) as "foldedTitle", knowledge.fold(text) as "foldedText"
      from near where likeness >= ${SIMILAR_ENOUGH}
      order by likeness desc, title, "versionId" limit ${filter.limit}`,
  );
}

export async function listPublished(ctx: Context, page: TitlePage): Promise<HitRow[]> {
  return await many<HitRow>(
    ctx,
    sql`
      select ${HIT}, ${TEXT} as text, knowledge.fold(v.title) as "foldedTitle", knowledge.fold(${TEXT}) as "foldedText"
      from knowledge.article_version v join knowledge.article a on a.id = v.article_id
      where ${matches(page)} and ${past(page.after, sql`v.title`, sql`a.id`)}
      order by v.title, a.id limit ${page.limit}`,
  );
}

/** By how many interactions they were read in; what nobody read is not there. */
export async function listMostRead(ctx: Context, filter: Filter, since: Date): Promise<HitRow[]> {
  return await many<HitRow>(
    ctx,
    sql`
      with read as (
        select r.article_id, count(*) as times from knowledge.reading r where r.at >= ${since} group by r.article_id
      )
      select ${HIT}, ${TEXT} as text, knowledge.fold(v.title) as "foldedTitle", knowledge.fold(${TEXT}) as "foldedText"
      from read join knowledge.article a on a.id = read.article_id
        join knowledge.article_version v on v.article_id = a.id
      where ${matches(filter)} order by read.times desc, v.title, a.id limit ${filter.limit}`,
  );
}

export interface EditableRow extends Omit<HitRow, "versionId" | "versionNumber"> {
  readonly versionId: string | null;
  readonly versionNumber: number | null;
}

interface Editable {
  readonly page: TitlePage;
  /** Where the reader may edit. */
  readonly tenants: TenantScope;
  readonly words: readonly string[];
  readonly state: "draft" | "published" | null;
}

/** What one may edit, published or not, by its newest title. */
export async function listEditable(
  ctx: Context,
  { page, tenants, words, state }: Editable,
): Promise<EditableRow[]> {
  const own = tenants === "system" ? sql`true` : sql`a.tenant_id = any(${uuids(tenants)})`;
  const inState = state === null ? sql`true` : sql`(("versionId" is null) = ${state === "draft"})`;
  const named = words.map((word) => sql`knowledge.fold(v.title) like ${`%${word}%`}`);
  return await many<EditableRow>(
    ctx,
    sql`
      select id, "tenantId", demo, title, text, "versionId", "versionNumber", "topicIds", "foldedTitle", "foldedText" from (
        select distinct on (a.id) a.id, a.tenant_id as "tenantId", a.demo, v.title, v.summary as text,
          case when v.state = 'published' then v.id end as "versionId",
          case when v.state = 'published' then v.number end as "versionNumber",
          array(select t.topic_id from knowledge.article_topic t where t.article_id = a.id) as "topicIds",
          knowledge.fold(v.title) as "foldedTitle", knowledge.fold(v.summary) as "foldedText"
        from knowledge.article_version v join knowledge.article a on a.id = v.article_id
        where v.state in ('draft', 'published') and a.retired_at is null and ${own}
          and (${page.tenantId}::uuid is null or a.tenant_id = ${page.tenantId})
          and ${named.length > 0 ? sql.join(named, sql` and `) : sql`true`}
        order by a.id, v.number desc
      ) newest
      where ${inState} and ${past(page.after, sql`title`, sql`id`)}
      order by title, id limit ${page.limit}`,
  );
}
