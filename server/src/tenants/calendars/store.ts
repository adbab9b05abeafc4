import type { CalendarException, HoursBlock } from "@vera/contracts/tenants";
import {
  type Context,
  json,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
} from "../../platform/index.ts";
import type { ExceptionRule, HoursRules, MinuteSpan } from "../hours/rules.ts";
import { minutesOf, wallTimeOf } from "../hours/rules.ts";

export interface CalendarRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly name: string;
  /** null: the tenant's. */
  readonly ownZone: string | null;
  readonly zone: string;
  readonly alwaysOpen: boolean;
  readonly observesHolidays: boolean;
  readonly isDefault: boolean;
  readonly blocks: readonly { weekday: number; start: number; end: number }[];
  readonly exceptions: readonly (ExceptionRule & { id: string })[];
}

/** Whole calendars: their blocks in the order of the week, their exceptions in the order of adding. */
function selectCalendars(where: Sql<unknown>): Sql<CalendarRow> {
  return sql<CalendarRow>`
    select c.id, c.tenant_id as "tenantId", c.name, c.zone as "ownZone", coalesce(c.zone, t.zone) as zone,
      c.always_open as "alwaysOpen", c.observes_holidays as "observesHolidays", c.is_default as "isDefault",
      coalesce((
        select json_agg(json_build_object('weekday', b.weekday, 'start', b.start_minute, 'end', b.end_minute)
          order by b.weekday, b.start_minute)
        from tenants.calendar_block b where b.calendar_id = c.id
      ), '[]') as blocks,
      coalesce((
        select json_agg(json_build_object('id', e.id, 'firstDay', e.first_day, 'lastDay', e.last_day,
          'effect', e.effect, 'spans', e.spans, 'name', e.name) order by e.position)
        from tenants.calendar_exception e where e.calendar_id = c.id
      ), '[]') as exceptions
    from tenants.calendar c join tenants.tenant t on t.id = c.tenant_id
    where ${where}
    order by c.is_default desc, platform.plain(c.name)`;
}

export async function readCalendar(ctx: Context, calendarId: string): Promise<CalendarRow> {
  return await one(ctx, selectCalendars(sql`c.id = ${calendarId}`), `No calendar ${calendarId} here`);
}

export async function readCalendars(ctx: Context, tenantId?: TenantId): Promise<CalendarRow[]> {
  return await many(ctx, selectCalendars(tenantId ? sql`c.tenant_id = ${tenantId}` : sql`true`));
}

export async function readDefaultCalendar(
  ctx: Context,
  tenantId: TenantId,
): Promise<CalendarRow | undefined> {
  return await maybe(ctx, selectCalendars(sql`c.tenant_id = ${tenantId} and c.is_default`));
}

/** Days off that close this tenant: of the nation, of its province and locality, its own and its ancestors'. */
export async function readHolidayRules(ctx: Context, tenantId: TenantId): Promise<HoursRules["holidays"]> {
  return await many(
    ctx,
    sql<HoursRules["holidays"][number]>`
      select h.day::text as day, h.name, h.start_minute as start, h.end_minute as "end"
      from tenants.holiday h join tenants.tenant t on t.id = ${tenantId}
      where tenants.holiday_closes(h, t)
      order by h.day, h.start_minute, h.name`,
  );
}

export type CalendarFields = Pick<
  CalendarRow,
  "id" | "tenantId" | "name" | "ownZone" | "alwaysOpen" | "observesHolidays" | "isDefault"
>;

export async function insertCalendar(ctx: Context, calendar: CalendarFields): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tenants.calendar (id, tenant_id, name, zone, always_open, observes_holidays, is_default, created_at)
      values (${calendar.id}, ${calendar.tenantId}, ${calendar.name}, ${calendar.ownZone}, ${calendar.alwaysOpen},
        ${calendar.observesHolidays}, ${calendar.isDefault}, ${ctx.clock.now()})`,
  );
}

export async function updateCalendar(ctx: Context, calendar: CalendarFields): Promise<void> {
  if (calendar.isDefault) {
    const { tenantId, id } = calendar;
    await run(
      ctx,
      sql`update tenants.calendar set is_default = false where tenant_id = ${tenantId} and id <> ${id} and is_default`,
    );
  }
  await run(
    ctx,
    sql`
      update tenants.calendar set name = ${calendar.name}, zone = ${calendar.ownZone}, is_default = ${calendar.isDefault},
        always_open = ${calendar.alwaysOpen}, observes_holidays = ${calendar.observesHolidays}
      where id = ${calendar.id}`,
  );
}

export async function replaceBlocks(
  ctx: Context,
  { tenantId, calendarId, blocks }: { tenantId: TenantId; calendarId: string; blocks: CalendarRow["blocks"] },
): Promise<void> {
  await run(ctx, sql`delete from tenants.calendar_block where calendar_id = ${calendarId}`);
  await run(
    ctx,
    sql`
      insert into tenants.calendar_block (tenant_id, calendar_id, weekday, start_minute, end_minute)
      select ${tenantId}, ${calendarId}, b.weekday, b.start, b."end"
      from jsonb_to_recordset(${json(blocks)}) as b (weekday int, start int, "end" int)`,
  );
}

export async function deleteCalendar(ctx: Context, calendarId: string): Promise<void> {
  await run(ctx, sql`delete from tenants.calendar where id = ${calendarId}`);
}

export async function calendarNameTaken(
  ctx: Context,
  { tenantId, name, except }: { tenantId: TenantId; name: string; except: string },
): Promise<boolean> {
  const row = await maybe(
    ctx,
    sql`select id from tenants.calendar where tenant_id = ${tenantId} and name = ${name} and id <> ${except}`,
  );
  return row !== undefined;
}

export async function insertException(
  ctx: Context,
  { calendar, exception }: { calendar: CalendarRow; exception: CalendarException },
): Promise<void> {
  const spans: MinuteSpan[] = exception.spans.map(({ from, until }) => ({
    start: minutesOf(from),
    end: minutesOf(until),
  }));
  await run(
    ctx,
    sql`
      insert into tenants.calendar_exception (id, tenant_id, calendar_id, first_day, last_day, effect, spans, name)
      values (${exception.id}, ${calendar.tenantId}, ${calendar.id}, ${exception.firstDay}::date,
        ${exception.lastDay}::date, ${exception.effect}, ${json(spans)}, ${exception.name})`,
  );
}

export async function deleteException(
  ctx: Context,
  { calendarId, exceptionId }: { calendarId: string; exceptionId: string },
): Promise<number> {
  return await run(
    ctx,
    sql`delete from tenants.calendar_exception where calendar_id = ${calendarId} and id = ${exceptionId}`,
  );
}

export function blockMinutes({ weekday, from, until }: HoursBlock): CalendarRow["blocks"][number] {
  return { weekday, start: minutesOf(from), end: minutesOf(until) };
}

export function wallSpan({ start, end }: MinuteSpan): { from: string; until: string } {
  return { from: wallTimeOf(start), until: wallTimeOf(end) };
}

export interface WhoseHours {
  readonly tenantId: TenantId;
  /** null: the organism's own calendar. */
  readonly calendarId: string | null;
}

/** Keyed by calendar id, or by tenant id where none was named; an organism without a calendar is missing. */
export async function readHoursRules(
  ctx: Context,
  whose: readonly WhoseHours[],
): Promise<ReadonlyMap<string, HoursRules>> {
  const rows = await many(
    ctx,
    sql<{ key: string; rules: HoursRules }>`
      select coalesce(w."calendarId", w."tenantId")::text as key, h.rules
      from (select distinct * from jsonb_to_recordset(${json(whose)}) as w ("tenantId" uuid, "calendarId" uuid)) w
      cross join lateral (select tenants.hours_rules(w."tenantId", w."calendarId") as rules) h
      where h.rules is not null`,
  );
  return new Map(rows.map(({ key, rules }) => [key, rules]));
}
