import { type Context, json, many, one, run, type Sql, sql, type TenantId } from "../../platform/index.ts";

export interface HolidayRow {
  readonly id: string;
  readonly scope: "nation" | "province" | "locality" | "tenant";
  readonly area: string | null;
  readonly tenantId: TenantId | null;
  readonly includesDescendants: boolean;
  readonly day: string;
  readonly name: string;
  /** Minutes from midnight; the whole day is 0–1440. */
  readonly start: number;
  readonly end: number;
}

function selectHolidays(where: Sql<unknown>): Sql<HolidayRow> {
  return sql<HolidayRow>`
    select h.id, h.scope, h.area, h.tenant_id as "tenantId", h.includes_descendants as "includesDescendants",
      h.day, h.name, h.start_minute as start, h.end_minute as "end"
    from tenants.holiday h
    where ${where}
    order by h.day, h.name`;
}

export async function readHoliday(ctx: Context, id: string): Promise<HolidayRow> {
  return await one(ctx, selectHolidays(sql`h.id = ${id}`), `No holiday ${id} here`);
}

/** From `from` to `to`, both included; of one tenant those that close it, else all that may be seen. */
export async function readHolidays(
  ctx: Context,
  { tenantId, from, to }: { tenantId?: TenantId; from: string; to: string },
): Promise<HolidayRow[]> {
  const closes = tenantId
    ? sql`exists (select from tenants.tenant t where t.id = ${tenantId} and tenants.holiday_closes(h, t))`
    : sql`true`;
  return await many(ctx, selectHolidays(sql`h.day between ${from}::date and ${to}::date and ${closes}`));
}

/** False where the same day off is there already. */
export async function insertHoliday(ctx: Context, holiday: HolidayRow): Promise<boolean> {
  const inserted = await run(
    ctx,
    sql`
      insert into tenants.holiday
        (id, scope, area, tenant_id, includes_descendants, day, name, start_minute, end_minute)
      values (${holiday.id}, ${holiday.scope}, ${holiday.area}, ${holiday.tenantId}, ${holiday.includesDescendants},
        ${holiday.day}::date, ${holiday.name}, ${holiday.start}, ${holiday.end})
      on conflict do nothing`,
  );
  return inserted > 0;
}

export async function deleteHoliday(ctx: Context, id: string): Promise<number> {
  return await run(ctx, sql`delete from tenants.holiday where id = ${id}`);
}

/** True for the first caller only, also among several processes that start at once. */
export async function claimHolidayFile(ctx: Context, name: string): Promise<boolean> {
  const claimed = await run(
    ctx,
    sql`insert into tenants.holiday_file (name, loaded_at) values (${name}, ${ctx.clock.now()}) on conflict do nothing`,
  );
  return claimed > 0;
}

export async function insertHolidays(ctx: Context, holidays: readonly HolidayRow[]): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tenants.holiday (id, scope, area, day, name, start_minute, end_minute)
      select h.id, h.scope, h.area, h.day, h.name, h.start, h."end"
      from jsonb_to_recordset(${json(holidays)})
        as h (id uuid, scope text, area text, day date, name text, start int, "end" int)
      on conflict do nothing`,
  );
}
