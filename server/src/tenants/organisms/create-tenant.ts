import type { NewTenant } from "@vera/contracts/tenants";
import { audit, type Context, DomainError, emit, inScope, type TenantId } from "../../platform/index.ts";
import { createDefaultCalendar } from "../calendars/default-calendar.ts";
import { dayIn, requireZone } from "../zone.ts";
import { tenantChanged } from "./events.ts";
import {
  enterNewTenant,
  insertTenant,
  readTenant,
  replaceName,
  slugExists,
  type TenantRow,
} from "./store.ts";

const DEFAULT_ZONE = "America/Argentina/Buenos_Aires";

/** Under a parent of the caller's scope; a root only from the whole platform. It gets a calendar like its parent's. */
export async function createTenant(ctx: Context, fields: NewTenant): Promise<TenantRow> {
  const parent = await parentOf(ctx, fields.parentId as TenantId | null);
  await requireFreeSlug(ctx, fields.slug);
  const id = ctx.ids.uuid<TenantId>();
  const zone = requireZone(fields.zone ?? parent?.zone ?? DEFAULT_ZONE);
  await enterNewTenant(ctx, id);
  await insertTenant(ctx, {
    id,
    parentId: parent?.id ?? null,
    kind: fields.kind,
    slug: fields.slug,
    zone,
    province: fields.province ?? parent?.province ?? null,
    locality: fields.locality ?? null,
  });
  const { name, shortName } = fields;
  await replaceName(ctx, { tenantId: id, name, shortName, validFrom: dayIn(zone, ctx.clock.now()) });
  await createDefaultCalendar(ctx, { tenantId: id, likeThatOf: parent?.id ?? null });
  await audit(ctx, {
    action: "tenant.created",
    tenantId: id,
    subject: { kind: "tenant", id },
    detail: { slug: fields.slug },
  });
  await emit(ctx, tenantChanged, { tenantId: id, key: id, data: { what: "created" } });
  return await readTenant(ctx, id);
}

async function parentOf(ctx: Context, parentId: TenantId | null): Promise<TenantRow | undefined> {
  if (parentId === null) {
    if (ctx.scope === "system") return undefined;
    throw new DomainError("forbidden", "A tenant without parent is created by the platform's administrator", {
      key: "platformOnly",
    });
  }
  inScope(ctx, parentId);
  const parent = await readTenant(ctx, parentId);
  if (parent.closedAt)
    throw new DomainError("conflict", `${parent.name} is closed; reopen it first`, { key: "tenantClosed" });
  return parent;
}

export async function requireFreeSlug(ctx: Context, slug: string): Promise<void> {
  if (await slugExists(ctx, slug)) {
    throw new DomainError("conflict", `The short address "${slug}" is taken; choose another`, {
      key: "slugTaken",
      params: { slug },
    });
  }
}
