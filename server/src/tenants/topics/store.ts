import type { Topic } from "@vera/contracts/tenants";
import {
  type Context,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
  type TopicId,
  uuids,
} from "../../platform/index.ts";

export type TopicRow = Omit<Topic, "id" | "tenantId" | "parentId" | "path"> & {
  readonly id: TopicId;
  readonly tenantId: TenantId;
  readonly parentId: TopicId | null;
  /** Names from the root, or from the highest ancestor that may be seen, to itself. */
  readonly path: string[];
};

/**
 * The visible forest in the order of reading. A branch whose root belongs to an ancestor tenant that the
 * reader may not see begins at its own highest topic.
 */
function selectTopics({
  where,
  order,
  limit,
}: {
  where: Sql<unknown>;
  order?: Sql<unknown>;
  limit?: number;
}): Sql<TopicRow> {
  return sql<TopicRow>`
    with recursive tree as (
      select t.id, array[t.name] as path, array[t.name] || t.aliases as words, array[lpad(t.position::text, 6, '0') || platform.plain(t.name)] as rank
      from tenants.topic t
      where t.parent_id is null or not exists (select from tenants.topic p where p.id = t.parent_id)
      union all
      select c.id, tree.path || c.name, tree.words || c.name || c.aliases, tree.rank || (lpad(c.position::text, 6, '0') || platform.plain(c.name))
      from tenants.topic c join tree on c.parent_id = tree.id
    )
    select t.id, t.tenant_id as "tenantId", t.parent_id as "parentId", t.kind, t.name, t.code, t.active, t.position,
      t.aliases, tree.path
    from tree join tenants.topic t on t.id = tree.id
    where ${where}
    order by ${order ?? sql`tree.rank`}
    limit ${limit ?? null}`;
}

export async function readTopic(ctx: Context, id: TopicId): Promise<TopicRow> {
  return await one(ctx, selectTopics({ where: sql`t.id = ${id}` }), `No topic ${id} here`);
}

export async function readTopicsById(ctx: Context, ids: readonly TopicId[]): Promise<TopicRow[]> {
  return await many(ctx, selectTopics({ where: sql`t.id = any(${uuids(ids)})` }));
}

export interface TopicFilter {
  readonly tenantId?: TenantId;
  readonly includeInactive?: boolean;
}

export async function readTopics(ctx: Context, filter: TopicFilter): Promise<TopicRow[]> {
  return await many(ctx, selectTopics({ where: matches(filter) }));
}

/**
 * Each word begins some word of the path's names and aliases, without accents, in any order; those whose own name or
 * alias has the first word come first.
 */
export async function findTopics(
  ctx: Context,
  { words, limit, ...filter }: TopicFilter & { words: readonly string[]; limit: number },
): Promise<TopicRow[]> {
  const patterns = words.map((word) => `% ${word}%`);
  const found = sql`${spaced(sql`tree.words`)} like all (${patterns}::text[])`;
  const own = sql`${spaced(sql`t.name || t.aliases`)} like ${patterns[0] ?? "%"} desc, tree.rank`;
  return await many(ctx, selectTopics({ where: sql`${matches(filter)} and ${found}`, order: own, limit }));
}

/** " falta de agua sin agua": so that " agua" finds where a word begins. */
function spaced(texts: Sql<unknown>): Sql<unknown> {
  return sql`' ' || regexp_replace(platform.plain(array_to_string(${texts}, ' ')), '[^[:alnum:]]+', ' ', 'g')`;
}

function matches({ tenantId, includeInactive }: TopicFilter): Sql<unknown> {
  const ofTenant = tenantId ? sql`t.tenant_id = ${tenantId}` : sql`true`;
  return includeInactive ? ofTenant : sql`${ofTenant} and t.active`;
}

export async function insertTopic(ctx: Context, topic: Omit<TopicRow, "path">): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tenants.topic (id, tenant_id, parent_id, kind, name, code, active, position, aliases, created_at)
      values (${topic.id}, ${topic.tenantId}, ${topic.parentId}, ${topic.kind}, ${topic.name}, ${topic.code},
        ${topic.active}, ${topic.position}, ${topic.aliases}, ${ctx.clock.now()})`,
  );
}

export async function updateTopic(ctx: Context, topic: Omit<TopicRow, "path">): Promise<void> {
  await run(
    ctx,
    sql`
      update tenants.topic set parent_id = ${topic.parentId}, name = ${topic.name}, code = ${topic.code},
        active = ${topic.active}, position = ${topic.position}, aliases = ${topic.aliases}
      where id = ${topic.id}`,
  );
}

/** The topic itself and all below it that the caller may change. */
export async function readBranch(ctx: Context, id: TopicId): Promise<TopicId[]> {
  const rows = await many(
    ctx,
    sql<{ id: TopicId }>`
      with recursive branch as (
        select t.id from tenants.topic t where t.id = ${id}
        union all
        select c.id from tenants.topic c join branch on c.parent_id = branch.id
      )
      select id from branch`,
  );
  return rows.map((row) => row.id);
}

export async function deactivate(ctx: Context, ids: readonly TopicId[]): Promise<void> {
  await run(ctx, sql`update tenants.topic set active = false where id = any(${uuids(ids)})`);
}

/** An active sister of the same name, or any topic of the tenant with the same code. */
export async function readTwin(
  ctx: Context,
  topic: Pick<TopicRow, "id" | "tenantId" | "parentId" | "name" | "code">,
): Promise<{ sameCode: boolean } | undefined> {
  return await maybe(
    ctx,
    sql<{ sameCode: boolean }>`
      select coalesce(t.code = ${topic.code}, false) as "sameCode"
      from tenants.topic t
      where t.tenant_id = ${topic.tenantId} and t.id <> ${topic.id} and (
        t.code = ${topic.code}
        or (t.active and t.parent_id is not distinct from ${topic.parentId}::uuid
          and platform.plain(t.name) = platform.plain(${topic.name})))
      limit 1`,
  );
}
