import type { Open311Attribute, Open311Service, Open311ServiceFields } from "@vera/contracts/open311";
import { type Context, json, many, maybe, run, sql, type TenantId, type TopicId } from "../platform/index.ts";

export type ServiceRow = Omit<Open311Service, "tenantId" | "topicId" | "updatedAt" | "attributes"> & {
  readonly tenantId: TenantId;
  readonly topicId: TopicId;
  readonly attributes: readonly Open311Attribute[];
  readonly updatedAt: Date;
};

const SERVICE = sql.raw(`
  s.id, s.tenant_id as "tenantId", s.code, s.topic_id as "topicId", s.ticket_kind as "ticketKind", s.name, s.description,
  s.keywords, s.group_name as "groupName", s.kind, s.attributes, s.notice, s.place_is_public as "placeIsPublic", s.active,
  s.updated_at as "updatedAt"`);

/** All that are in scope, those switched off too. */
export async function readServices(ctx: Context): Promise<ServiceRow[]> {
  return await many<ServiceRow>(
    ctx,
    sql`select ${SERVICE} from open311.service s order by s.group_name, s.name, s.id`,
  );
}

export async function readService(ctx: Context, id: string): Promise<ServiceRow | undefined> {
  return await maybe<ServiceRow>(ctx, sql`select ${SERVICE} from open311.service s where s.id = ${id}`);
}

/** Adds a service or writes over the one of that id. */
export async function writeService(
  ctx: Context,
  { id, ...service }: Open311ServiceFields & { readonly id: string },
): Promise<void> {
  const now = ctx.clock.now();
  const attributes = json(service.attributes);
  await run(
    ctx,
    sql`
      insert into open311.service
        (id, tenant_id, code, topic_id, ticket_kind, name, description, keywords, group_name, kind, attributes, notice,
         place_is_public, active, updated_at)
      values
        (${id}, ${service.tenantId}, ${service.code}, ${service.topicId}, ${service.ticketKind}, ${service.name},
         ${service.description}, ${service.keywords}::text[], ${service.groupName}, ${service.kind}, ${attributes},
         ${service.notice}, ${service.placeIsPublic}, ${service.active}, ${now})
      on conflict (id) do update set
        code = excluded.code, topic_id = excluded.topic_id, ticket_kind = excluded.ticket_kind, name = excluded.name,
        description = excluded.description, keywords = excluded.keywords, group_name = excluded.group_name,
        kind = excluded.kind, attributes = excluded.attributes, notice = excluded.notice,
        place_is_public = excluded.place_is_public, active = excluded.active, updated_at = excluded.updated_at`,
  );
}

/** Jurisdictions that offer something; for a client that names none. */
export async function readOfferingTenants(ctx: Context): Promise<TenantId[]> {
  const rows = await many<{ tenantId: TenantId }>(
    ctx,
    sql`select distinct s.tenant_id as "tenantId" from open311.service s where s.active`,
  );
  return rows.map(({ tenantId }) => tenantId);
}

interface SubmissionRow {
  readonly token: string;
  readonly tenantId: TenantId;
  readonly serviceId: string;
  readonly number: string;
}

export async function insertSubmission(ctx: Context, row: SubmissionRow): Promise<void> {
  await run(
    ctx,
    sql`
      insert into open311.submission (token, tenant_id, service_id, number, at)
      values (${row.token}, ${row.tenantId}, ${row.serviceId}, ${row.number}, ${ctx.clock.now()})`,
  );
}

export async function readSubmission(ctx: Context, token: string): Promise<{ number: string } | undefined> {
  return await maybe<{ number: string }>(
    ctx,
    sql`select s.number from open311.submission s where s.token = ${token}`,
  );
}
