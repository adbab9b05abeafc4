import type { Rename, TenantChange } from "@vera/contracts/tenants";
import { audit, type Context, DomainError, emit, inScope, type TenantId } from "../../platform/index.ts";
import { requireZone } from "../zone.ts";
import { requireFreeSlug } from "./create-tenant.ts";
import { tenantChanged } from "./events.ts";
import {
  hasOpenChildren,
  readTenant,
  replaceName,
  type TenantRow,
  updateParent,
  updateTenant,
} from "./store.ts";

export async function changeTenant(
  ctx: Context,
  { tenantId, change }: { tenantId: TenantId; change: TenantChange },
): Promise<TenantRow> {
  inScope(ctx, tenantId);
  const before = await readTenant(ctx, tenantId);
  const { parentId, closed, slug, zone } = change;
  if (parentId !== undefined && parentId !== before.parentId) await move(ctx, before, parentId as TenantId);
  if (closed !== undefined && closed !== (before.closedAt !== null)) {
    await requireMayClose(ctx, before, closed);
  }
  if (slug !== undefined && slug !== before.slug) await requireFreeSlug(ctx, slug);
  if (zone !== undefined) requireZone(zone);
  await updateTenant(ctx, changed(before, change, ctx.clock.now()));
  const what = kindOfChange(change);
  await audit(ctx, {
    action: `tenant.${what}`,
    tenantId,
    subject: { kind: "tenant", id: tenantId },
    detail: change,
  });
  await emit(ctx, tenantChanged, { tenantId, key: tenantId, data: { what } });
  return await readTenant(ctx, tenantId);
}

/** The past keeps its name: the new one holds from its day on. */
export async function renameTenant(
  ctx: Context,
  { tenantId, rename }: { tenantId: TenantId; rename: Rename },
): Promise<TenantRow> {
  inScope(ctx, tenantId);
  await readTenant(ctx, tenantId);
  await replaceName(ctx, { tenantId, ...rename });
  await audit(ctx, {
    action: "tenant.renamed",
    tenantId,
    subject: { kind: "tenant", id: tenantId },
    detail: rename,
  });
  await emit(ctx, tenantChanged, { tenantId, key: tenantId, data: { what: "renamed" } });
  return await readTenant(ctx, tenantId);
}

/** Moving changes who inherits rights over the whole branch: only from above all tenants. */
async function move(ctx: Context, tenant: TenantRow, parentId: TenantId): Promise<void> {
  if (ctx.scope !== "system") {
    throw new DomainError("forbidden", "A tenant is moved by the platform's administrator", {
      key: "platformOnly",
    });
  }
  const parent = await readTenant(ctx, parentId);
  if (parent.path.includes(tenant.id)) {
    throw new DomainError("conflict", `${parent.name} lies below ${tenant.name}; move it elsewhere first`, {
      key: "tenantCycle",
    });
  }
  await updateParent(ctx, { id: tenant.id, parentId });
}

async function requireMayClose(ctx: Context, tenant: TenantRow, closed: boolean): Promise<void> {
  if (ctx.scope !== "system" && (tenant.parentId === null || !ctx.scope.includes(tenant.parentId))) {
    throw new DomainError("forbidden", "A tenant is closed and reopened from the one above it", {
      key: "closedFromAbove",
    });
  }
  if (closed && (await hasOpenChildren(ctx, tenant.id))) {
    throw new DomainError(
      "conflict",
      `${tenant.name} has open organisms below it; close or move them first`,
      {
        key: "tenantHasChildren",
      },
    );
  }
}

/** What is present in the change replaces what was; null takes away. */
function changed(before: TenantRow, change: TenantChange, now: Date): TenantRow {
  const keep = <T>(value: T | undefined, old: T): T => (value === undefined ? old : value);
  const closedAt = change.closed ? (before.closedAt ?? now) : null;
  return {
    ...before,
    kind: keep(change.kind, before.kind),
    slug: keep(change.slug, before.slug),
    zone: keep(change.zone, before.zone),
    province: keep(change.province, before.province),
    locality: keep(change.locality, before.locality),
    brandName: keep(change.displayName, before.brandName),
    brandColour: keep(change.colour, before.brandColour)?.toLowerCase() ?? null,
    brandLogoFileId: keep(change.logoFileId, before.brandLogoFileId),
    closedAt: change.closed === undefined ? before.closedAt : closedAt,
  };
}

function kindOfChange({ closed, parentId }: TenantChange): "closed" | "reopened" | "moved" | "changed" {
  if (closed !== undefined) return closed ? "closed" : "reopened";
  return parentId === undefined ? "changed" : "moved";
}
