import type { Office } from "@vera/contracts/tickets";
import {
  type Context,
  many,
  maybe,
  run,
  type Sql,
  sql,
  type TenantId,
  type UserId,
  uuids,
} from "../../platform/index.ts";

export type OfficeRow = Omit<Office, "tenantId"> & { readonly tenantId: TenantId };

function officesWhere(rest: Sql<unknown>): Sql<OfficeRow> {
  return sql<OfficeRow>`
    select o.id, o.tenant_id as "tenantId", o.name, o.active, o.calendar_id as "calendarId", o.local_front as "localFront",
      array(select m.user_id from tickets.office_member m where m.office_id = o.id order by m.user_id) as "memberIds"
    from tickets.office o where ${rest}`;
}

export async function readOffice(ctx: Context, officeId: string): Promise<OfficeRow | undefined> {
  return await maybe(ctx, officesWhere(sql`o.id = ${officeId}`));
}

export async function readOffices(ctx: Context, tenantId: TenantId | null): Promise<OfficeRow[]> {
  return await many(
    ctx,
    officesWhere(sql`(${tenantId}::uuid is null or o.tenant_id = ${tenantId}) order by o.name, o.id`),
  );
}

export async function readOfficesOf(ctx: Context, userId: UserId): Promise<OfficeRow[]> {
  return await many(
    ctx,
    officesWhere(
      sql`exists (select from tickets.office_member m where m.office_id = o.id and m.user_id = ${userId}) order by o.name`,
    ),
  );
}

/** False where the organism has an office of this name. */
export async function insertOffice(
  ctx: Context,
  office: Omit<OfficeRow, "memberIds" | "active">,
): Promise<boolean> {
  const added = await run(
    ctx,
    sql`
      insert into tickets.office (id, tenant_id, name, calendar_id, local_front, created_at)
      values (${office.id}, ${office.tenantId}, ${office.name}, ${office.calendarId}, ${office.localFront},
        ${ctx.clock.now()})
      on conflict do nothing`,
  );
  return added > 0;
}

export async function nameTaken(
  ctx: Context,
  office: Pick<OfficeRow, "id" | "tenantId" | "name">,
): Promise<boolean> {
  const other = await maybe(
    ctx,
    sql`select id from tickets.office
        where tenant_id = ${office.tenantId} and lower(name) = lower(${office.name}) and id <> ${office.id}`,
  );
  return other !== undefined;
}

export async function updateOffice(
  ctx: Context,
  office: Omit<OfficeRow, "memberIds" | "tenantId">,
): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.office set name = ${office.name}, active = ${office.active}, calendar_id = ${office.calendarId},
        local_front = ${office.localFront}
      where id = ${office.id}`,
  );
}

export async function replaceMembers(
  ctx: Context,
  { id, tenantId }: Pick<OfficeRow, "id" | "tenantId">,
  memberIds: readonly string[],
): Promise<void> {
  await run(
    ctx,
    sql`delete from tickets.office_member where office_id = ${id} and user_id <> all(${uuids(memberIds)})`,
  );
  await run(
    ctx,
    sql`
      insert into tickets.office_member (tenant_id, office_id, user_id)
      select ${tenantId}, ${id}, unnest(${uuids(memberIds)}) on conflict do nothing`,
  );
}

/** The organism's other office that is its local front gives way: it has one. */
export async function leaveLocalFront(
  ctx: Context,
  { id, tenantId }: Pick<OfficeRow, "id" | "tenantId">,
): Promise<void> {
  await run(
    ctx,
    sql`update tickets.office set local_front = false where tenant_id = ${tenantId} and id <> ${id} and local_front`,
  );
}
