import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import {
  type Context,
  type FlowId,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
} from "../../platform/index.ts";

export interface EntryPointRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly number: string;
  readonly name: string;
  readonly flowId: FlowId;
  readonly active: boolean;
}

function selectEntryPoints(where: Sql<unknown>): Sql<EntryPointRow> {
  return sql<EntryPointRow>`
    select id, tenant_id as "tenantId", number, name, flow_id as "flowId", active
    from ivr.entry_point
    where ${where}
    order by platform.plain(name), number`;
}

export async function readEntryPoints(ctx: Context, tenantId?: TenantId): Promise<EntryPointRow[]> {
  return await many(ctx, selectEntryPoints(tenantId ? sql`tenant_id = ${tenantId}` : sql`true`));
}

export async function readEntryPoint(ctx: Context, id: string): Promise<EntryPointRow> {
  return await one(ctx, selectEntryPoints(sql`id = ${id}`), `No entry point ${id} here`);
}

export async function findActiveByNumber(ctx: Context, number: string): Promise<EntryPointRow | undefined> {
  return await maybe(ctx, selectEntryPoints(sql`number = ${number} and active`));
}

/** False when the number leads somewhere already, be it in another tenant. */
export async function insertEntryPoint(ctx: Context, entry: EntryPointRow): Promise<boolean> {
  const inserted = await run(
    ctx,
    sql`
      insert into ivr.entry_point (id, tenant_id, number, name, flow_id, active, created_at)
      values (${entry.id}, ${entry.tenantId}, ${entry.number}, ${entry.name}, ${entry.flowId}, ${entry.active},
        ${ctx.clock.now()})
      on conflict (number) do nothing`,
  );
  return inserted === 1;
}

export async function updateEntryPoint(ctx: Context, entry: EntryPointRow): Promise<void> {
  await run(
    ctx,
    sql`
      update ivr.entry_point set name = ${entry.name}, flow_id = ${entry.flowId}, active = ${entry.active}
      where id = ${entry.id}`,
  );
}

export async function deleteEntryPoint(ctx: Context, id: string): Promise<void> {
  await run(ctx, sql`delete from ivr.entry_point where id = ${id}`);
}

/** What the callers of an entry point hear; undefined while its flow was never published. */
export async function readFlowOfEntryPoint(
  ctx: Context,
  entryPointId: string,
): Promise<{ flowId: FlowId; version: number; graph: FlowGraph } | undefined> {
  return await maybe(
    ctx,
    sql<{ flowId: FlowId; version: number; graph: FlowGraph }>`
      select f.id as "flowId", v.version, v.graph
      from ivr.entry_point e
      join ivr.flow f on f.id = e.flow_id
      join ivr.flow_version v on v.flow_id = f.id and v.version = f.published_version
      where e.id = ${entryPointId}`,
  );
}
