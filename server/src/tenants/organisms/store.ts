import type { Tenant, TenantName } from "@vera/contracts/tenants";
import {
  type Context,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
  uuids,
} from "../../platform/index.ts";

/** A tenant as it stands; `path` holds the ids from the root to itself. */
export interface TenantRow {
  readonly id: TenantId;
  readonly parentId: TenantId | null;
  readonly path: readonly TenantId[];
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly zone: string;
  readonly province: string | null;
  readonly locality: string | null;
  readonly brandName: string | null;
  readonly brandColour: string | null;
  readonly brandLogoFileId: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

/** The name in force today in the tenant's zone; before its first one, that first one; without any, the slug. */
function selectTenants(now: Date, where: Sql<unknown>): Sql<TenantRow> {
  return sql<TenantRow>`
    select t.id, t.parent_id as "parentId", t.path, t.kind, t.slug, t.zone, t.province, t.locality,
      coalesce(n.name, t.slug) as name, coalesce(n.short_name, t.slug) as "shortName",
      t.brand_name as "brandName", t.brand_colour as "brandColour", t.brand_logo_file_id as "brandLogoFileId",
      t.created_at as "createdAt", t.closed_at as "closedAt"
    from tenants.tenant t
    left join lateral (
      select n.name, n.short_name from tenants.tenant_name n
      where n.tenant_id = t.id
      order by n.valid_from <= (${now}::timestamptz at time zone t.zone)::date desc,
        case when n.valid_from <= (${now}::timestamptz at time zone t.zone)::date then n.valid_from end desc nulls last,
        n.valid_from
      limit 1
    ) n on true
    where ${where}
    order by cardinality(t.path), platform.plain(coalesce(n.name, t.slug))`;
}

export async function readTenant(ctx: Context, tenantId: TenantId): Promise<TenantRow> {
  return await one(
    ctx,
    selectTenants(ctx.clock.now(), sql`t.id = ${tenantId}`),
    `No tenant ${tenantId} here`,
  );
}

/** Parents before children. */
export async function readTenants(ctx: Context, { closed }: { closed: boolean }): Promise<TenantRow[]> {
  return await many(ctx, selectTenants(ctx.clock.now(), closed ? sql`true` : sql`t.closed_at is null`));
}

export async function readTenantsById(ctx: Context, ids: readonly TenantId[]): Promise<TenantRow[]> {
  return await many(ctx, selectTenants(ctx.clock.now(), sql`t.id = any(${uuids(ids)})`));
}

/** For each tenant itself and all below it, closed ones too. */
export async function readDescendants(
  ctx: Context,
  ancestors: readonly TenantId[],
): Promise<{ ancestor: TenantId; id: TenantId }[]> {
  return await many(
    ctx,
    sql<{ ancestor: TenantId; id: TenantId }>`
      select a.id as ancestor, t.id
      from unnest(${uuids(ancestors)}) as a (id)
      join tenants.tenant t on t.path @> array[a.id]`,
  );
}

export async function readNames(ctx: Context, tenantId: TenantId): Promise<TenantName[]> {
  return await many(
    ctx,
    sql<TenantName>`
      select name, short_name as "shortName", valid_from as "validFrom", valid_to as "validTo"
      from tenants.tenant_name where tenant_id = ${tenantId} order by valid_from`,
  );
}

export type TenantInsert = Pick<
  TenantRow,
  "id" | "parentId" | "kind" | "slug" | "zone" | "province" | "locality"
>;

/** The database fills the path from the parent's. */
export async function insertTenant(ctx: Context, tenant: TenantInsert): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tenants.tenant (id, parent_id, kind, slug, zone, province, locality, created_at)
      values (${tenant.id}, ${tenant.parentId}, ${tenant.kind}, ${tenant.slug}, ${tenant.zone}, ${tenant.province},
        ${tenant.locality}, ${ctx.clock.now()})`,
  );
}

/** Lets the rest of the transaction write the rows of a tenant that it creates under one of its own. */
export async function enterNewTenant(ctx: Context, tenantId: TenantId): Promise<void> {
  if (ctx.scope === "system") return;
  await run(
    ctx,
    sql`select set_config('app.tenants', (platform.tenants() || ${tenantId}::uuid)::text, true)`,
  );
}

export async function slugExists(ctx: Context, slug: string): Promise<boolean> {
  return (await one(ctx, sql<{ taken: boolean }>`select tenants.slug_taken(${slug}) as taken`)).taken;
}

export async function updateTenant(ctx: Context, tenant: TenantRow): Promise<void> {
  await run(
    ctx,
    sql`
      update tenants.tenant set kind = ${tenant.kind}, slug = ${tenant.slug}, zone = ${tenant.zone},
        province = ${tenant.province}, locality = ${tenant.locality}, brand_name = ${tenant.brandName},
        brand_colour = ${tenant.brandColour}, brand_logo_file_id = ${tenant.brandLogoFileId},
        closed_at = ${tenant.closedAt}
      where id = ${tenant.id}`,
  );
}

/** Moves a tenant with all below it: every path keeps its tail and gets the new parent's head. */
export async function updateParent(
  ctx: Context,
  { id, parentId }: { id: TenantId; parentId: TenantId },
): Promise<void> {
  await run(
    ctx,
    sql`
      update tenants.tenant t
      set path = parent.path || t.path[array_position(t.path, ${id}::uuid):],
        parent_id = case when t.id = ${id} then parent.id else t.parent_id end
      from tenants.tenant parent
      where parent.id = ${parentId} and t.path @> array[${id}::uuid]`,
  );
}

export async function hasOpenChildren(ctx: Context, tenantId: TenantId): Promise<boolean> {
  const child = await maybe(
    ctx,
    sql`select id from tenants.tenant where parent_id = ${tenantId} and closed_at is null limit 1`,
  );
  return child !== undefined;
}

/**
 * From `validFrom` on the tenant has this name: it replaces later ones and ends the one in force before.
 * Invariant: the names of a tenant follow each other without gap or overlap.
 */
export async function replaceName(
  ctx: Context,
  {
    tenantId,
    name,
    shortName,
    validFrom,
  }: { tenantId: TenantId; name: string; shortName: string; validFrom: string },
): Promise<void> {
  await run(
    ctx,
    sql`delete from tenants.tenant_name where tenant_id = ${tenantId} and valid_from >= ${validFrom}::date`,
  );
  await run(
    ctx,
    sql`
      update tenants.tenant_name set valid_to = ${validFrom}::date
      where tenant_id = ${tenantId} and (valid_to is null or valid_to > ${validFrom}::date)`,
  );
  await run(
    ctx,
    sql`
      insert into tenants.tenant_name (tenant_id, name, short_name, valid_from)
      values (${tenantId}, ${name}, ${shortName}, ${validFrom}::date)`,
  );
}

/** The answer's form. */
export function tenantReply(row: TenantRow): Tenant {
  const { id, parentId, kind, slug, name, shortName, zone, province, locality } = row;
  return {
    ...{ id, parentId, kind, slug, name, shortName, zone, province, locality },
    branding: { displayName: row.brandName, colour: row.brandColour, logoFileId: row.brandLogoFileId },
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
