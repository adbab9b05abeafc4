import type { OutboundPolicy } from "@vera/contracts/trunks";
import { type Context, many, maybe, one, run, sql, type TenantId } from "../../../platform/index.ts";

export interface RouteRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly prefix: string;
  readonly trunkIds: string[];
  readonly active: boolean;
  readonly changedAt: Date;
}

const columns = sql`
  r.id, r.tenant_id as "tenantId", r.name, r.prefix, r.active, r.changed_at as "changedAt",
  array(select rt.trunk_id from voice.route_trunk rt where rt.route_id = r.id order by rt.position)::text[] as "trunkIds"`;

export async function readRoute(ctx: Context, id: string): Promise<RouteRow> {
  return await one(
    ctx,
    sql<RouteRow>`select ${columns} from voice.route r where r.id = ${id}`,
    `No route ${id} here`,
  );
}

export async function readRoutes(ctx: Context): Promise<RouteRow[]> {
  return await many(ctx, sql<RouteRow>`select ${columns} from voice.route r order by r.prefix, r.name, r.id`);
}

export async function saveRoute(ctx: Context, route: RouteRow): Promise<void> {
  await run(
    ctx,
    sql`
      insert into voice.route (id, tenant_id, name, prefix, active, changed_at)
      values (${route.id}, ${route.tenantId}, ${route.name}, ${route.prefix}, ${route.active}, ${route.changedAt})
      on conflict (id) do update set name = excluded.name, prefix = excluded.prefix, active = excluded.active,
        changed_at = excluded.changed_at`,
  );
  await run(ctx, sql`delete from voice.route_trunk where route_id = ${route.id}`);
  await run(
    ctx,
    sql`
      insert into voice.route_trunk (tenant_id, route_id, position, trunk_id)
      select ${route.tenantId}, ${route.id}, place, trunk
      from unnest(${route.trunkIds}::uuid[]) with ordinality as given (trunk, place)`,
  );
}

export async function deleteRoute(ctx: Context, id: string): Promise<void> {
  await run(ctx, sql`delete from voice.route where id = ${id}`);
}

export async function prefixTaken(
  ctx: Context,
  route: Pick<RouteRow, "id" | "tenantId" | "prefix">,
): Promise<boolean> {
  const select = sql`
    select 1 from voice.route where tenant_id = ${route.tenantId} and prefix = ${route.prefix} and id <> ${route.id}`;
  return (await maybe(ctx, select)) !== undefined;
}

/** Of those, which are trunks of this tenant that are not removed. */
export async function trunksOfTenant(
  ctx: Context,
  { tenantId, trunkIds }: { tenantId: TenantId; trunkIds: readonly string[] },
): Promise<string[]> {
  const rows = await many<{ id: string }>(
    ctx,
    sql`
      select id from voice.trunk
      where tenant_id = ${tenantId} and id = any(${[...trunkIds]}::uuid[]) and removed_at is null`,
  );
  return rows.map((row) => row.id);
}

/** `path` leads from the root to the tenant itself; the nearest one with a route that fits wins, there the longest prefix. */
export async function routeFor(
  ctx: Context,
  { path, digits }: { path: readonly TenantId[]; digits: string },
): Promise<RouteRow | undefined> {
  return await maybe(
    ctx,
    sql<RouteRow>`
      select ${columns} from voice.route r
      where r.tenant_id = any(${[...path]}::uuid[]) and r.active and starts_with(${digits}, r.prefix)
      order by array_position(${[...path]}::uuid[], r.tenant_id) desc, length(r.prefix) desc limit 1`,
  );
}

export interface PolicyRow extends OutboundPolicy {
  readonly tenantId: TenantId;
}

export async function policyFor(ctx: Context, path: readonly TenantId[]): Promise<PolicyRow | undefined> {
  return await maybe(
    ctx,
    sql<PolicyRow>`
      select tenant_id as "tenantId", caller_id as "callerId", allowed_prefixes as "allowedPrefixes",
        blocked_prefixes as "blockedPrefixes", max_calls as "maxCalls"
      from voice.outbound_policy where tenant_id = any(${[...path]}::uuid[])
      order by array_position(${[...path]}::uuid[], tenant_id) desc limit 1`,
  );
}

export async function savePolicy(ctx: Context, tenantId: TenantId, policy: OutboundPolicy): Promise<void> {
  const { callerId, allowedPrefixes, blockedPrefixes, maxCalls } = policy;
  await run(
    ctx,
    sql`
      insert into voice.outbound_policy (tenant_id, caller_id, allowed_prefixes, blocked_prefixes, max_calls, changed_at)
      values (${tenantId}, ${callerId}, ${[...allowedPrefixes]}::text[], ${[...blockedPrefixes]}::text[], ${maxCalls},
        ${ctx.clock.now()})
      on conflict (tenant_id) do update set caller_id = excluded.caller_id,
        allowed_prefixes = excluded.allowed_prefixes, blocked_prefixes = excluded.blocked_prefixes,
        max_calls = excluded.max_calls, changed_at = excluded.changed_at`,
  );
}
