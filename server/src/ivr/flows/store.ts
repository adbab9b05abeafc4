import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import {
  type Context,
  type FlowId,
  json,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
} from "../../platform/index.ts";

export interface FlowRow {
  readonly id: FlowId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly draft: FlowGraph;
  readonly revision: number;
  readonly publishedVersion: number | null;
  readonly publishedAt: Date | null;
  /** What callers hear; null before the first publishing. */
  readonly publishedGraph: FlowGraph | null;
  readonly updatedAt: Date;
}

export interface VersionRow {
  readonly flowId: FlowId;
  readonly version: number;
  readonly graph: FlowGraph;
  readonly note: string | null;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly rollbackOf: number | null;
}

function selectFlows(where: Sql<unknown>, tail: Sql<unknown> = sql``): Sql<FlowRow> {
  return sql<FlowRow>`
    select f.id, f.tenant_id as "tenantId", f.name, f.draft, f.revision, f.published_version as "publishedVersion",
      v.published_at as "publishedAt", v.graph as "publishedGraph", f.updated_at as "updatedAt"
    from ivr.flow f
    left join ivr.flow_version v on v.flow_id = f.id and v.version = f.published_version
    where ${where} ${tail}`;
}

export async function readFlows(ctx: Context, tenantId?: TenantId): Promise<FlowRow[]> {
  const where = tenantId ? sql`f.tenant_id = ${tenantId}` : sql`true`;
  return await many(ctx, selectFlows(where, sql`order by platform.plain(f.name)`));
}

export async function readFlow(ctx: Context, flowId: FlowId): Promise<FlowRow> {
  return await one(ctx, selectFlows(sql`f.id = ${flowId}`), `No flow ${flowId} here`);
}

/** Nobody else changes it until the transaction ends. */
export async function lockFlow(ctx: Context, flowId: FlowId): Promise<FlowRow> {
  return await one(ctx, selectFlows(sql`f.id = ${flowId}`, sql`for update of f`), `No flow ${flowId} here`);
}

/** False when the tenant has a flow of this name already. */
export async function insertFlow(
  ctx: Context,
  flow: { id: FlowId; tenantId: TenantId; name: string; draft: FlowGraph },
): Promise<boolean> {
  const now = ctx.clock.now();
  const inserted = await run(
    ctx,
    sql`
      insert into ivr.flow (id, tenant_id, name, draft, created_at, updated_at)
      values (${flow.id}, ${flow.tenantId}, ${flow.name}, ${json(flow.draft)}, ${now}, ${now})
      on conflict (tenant_id, name) do nothing`,
  );
  return inserted === 1;
}

export async function nameIsTaken(
  ctx: Context,
  { tenantId, name, except }: { tenantId: TenantId; name: string; except: FlowId },
): Promise<boolean> {
  const found = await maybe(
    ctx,
    sql`select 1 from ivr.flow where tenant_id = ${tenantId} and name = ${name} and id <> ${except}`,
  );
  return found !== undefined;
}

export async function setName(
  ctx: Context,
  { flowId, name }: { flowId: FlowId; name: string },
): Promise<void> {
  await run(
    ctx,
    sql`update ivr.flow set name = ${name}, updated_at = ${ctx.clock.now()} where id = ${flowId}`,
  );
}

export async function setDraft(
  ctx: Context,
  { flowId, graph }: { flowId: FlowId; graph: FlowGraph },
): Promise<void> {
  await run(
    ctx,
    sql`
      update ivr.flow set draft = ${json(graph)}, revision = revision + 1, updated_at = ${ctx.clock.now()}
      where id = ${flowId}`,
  );
}

/** The next version, which callers hear from now on. */
export async function insertVersion(
  ctx: Context,
  input: {
    flow: FlowRow;
    graph: FlowGraph;
    note: string | null;
    publishedBy: string;
    rollbackOf: number | null;
  },
): Promise<VersionRow> {
  const { flow, graph, note, publishedBy, rollbackOf } = input;
  const { version } = await one<{ version: number }>(
    ctx,
    sql`
      insert into ivr.flow_version
        (tenant_id, flow_id, version, graph, note, published_at, published_by, rollback_of)
      select ${flow.tenantId}, ${flow.id}, coalesce(max(version), 0) + 1, ${json(graph)}, ${note}::text,
        ${ctx.clock.now()}::timestamptz, ${publishedBy}, ${rollbackOf}::integer
      from ivr.flow_version where flow_id = ${flow.id}
      returning version`,
  );
  await run(ctx, sql`update ivr.flow set published_version = ${version} where id = ${flow.id}`);
  return await readVersion(ctx, { flowId: flow.id, version });
}

function selectVersions(where: Sql<unknown>): Sql<VersionRow> {
  return sql<VersionRow>`
    select flow_id as "flowId", version, graph, note, published_at as "publishedAt",
      published_by as "publishedBy", rollback_of as "rollbackOf"
    from ivr.flow_version
    where ${where}
    order by version desc`;
}

export async function readVersions(ctx: Context, flowId: FlowId): Promise<VersionRow[]> {
  return await many(ctx, selectVersions(sql`flow_id = ${flowId}`));
}

export async function readVersion(
  ctx: Context,
  { flowId, version }: { flowId: FlowId; version: number },
): Promise<VersionRow> {
  return await one(
    ctx,
    selectVersions(sql`flow_id = ${flowId} and version = ${version}`),
    `Flow ${flowId} has no version ${version}`,
  );
}

/** What callers hear of a flow; undefined before the first publishing. */
export async function readPublished(
  ctx: Context,
  { tenantId, flowId }: { tenantId: TenantId; flowId: FlowId },
): Promise<VersionRow | undefined> {
  return await maybe(
    ctx,
    selectVersions(sql`
      (flow_id, version) = (
        select id, published_version from ivr.flow where id = ${flowId} and tenant_id = ${tenantId})`),
  );
}
