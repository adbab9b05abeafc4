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
    select o.id, o.tenant_id as "tenantId", o.name, o.active,
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
  office: { readonly id: string; readonly tenantId: TenantId; readonly name: string },
): Promise<boolean> {
  const added = await run(
    ctx,
    sql`
      insert into tickets.office (id, tenant_id, name, created_at)
      values (${office.id}, ${office.tenantId}, ${office.name}, ${ctx.clock.now()})
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
  office: Pick<OfficeRow, "id" | "name" | "active">,
): Promise<void> {
  await run(
    ctx,
    sql`update tickets.office set name = ${office.name}, active = ${office.active} where id = ${office.id}`,
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
