import type { Open311Service, Open311ServiceFields } from "@vera/contracts/open311";
import { audit, type Context, DomainError, inScope, type TenantId, type TopicId } from "../platform/index.ts";
import { readTopic } from "../tenants/index.ts";
import { readService, readServices, type ServiceRow, writeService } from "./store.ts";

/** Begins to offer a service to outside programs. */
export async function addService(ctx: Context, fields: Open311ServiceFields): Promise<Open311Service> {
  return await write(ctx, ctx.ids.uuid(), fields);
}

export async function changeService(
  ctx: Context,
  { id, fields }: { id: string; fields: Open311ServiceFields },
): Promise<Open311Service> {
  const before = await readService(ctx, id);
  if (before?.tenantId === fields.tenantId) return await write(ctx, id, fields);
  throw new DomainError("not-found", `No service ${id} of this organism`, { key: "open311ServiceNotFound" });
}

export function showService({ updatedAt, attributes, ...service }: ServiceRow): Open311Service {
  return { ...service, attributes: [...attributes], updatedAt: updatedAt.toISOString() };
}

async function write(ctx: Context, id: string, fields: Open311ServiceFields): Promise<Open311Service> {
  const tenantId = fields.tenantId as TenantId;
  inScope(ctx, tenantId);
  await readTopic(ctx, fields.topicId as TopicId);
  const others = (await readServices(ctx)).filter((other) => other.tenantId === tenantId && other.id !== id);
  // The list of requests names one service for each ticket, by its topic.
  if (others.some(({ code, topicId }) => code === fields.code || topicId === fields.topicId)) {
    throw new DomainError("conflict", "Another service of this organism has that code or topic", {
      key: "open311ServiceTaken",
    });
  }
  await writeService(ctx, { ...fields, id });
  await audit(ctx, {
    action: "open311-service.changed",
    subject: { kind: "open311-service", id },
    tenantId,
    detail: { code: fields.code, active: fields.active, placeIsPublic: fields.placeIsPublic },
  });
  const row = await readService(ctx, id);
  if (!row) throw new DomainError("not-found", `No service ${id}`, { key: "open311ServiceNotFound" });
  return showService(row);
}
