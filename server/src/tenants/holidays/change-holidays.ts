import type { Holiday, NewPublicHoliday, NewTenantHoliday } from "@vera/contracts/tenants";
import { audit, type Context, DomainError, emit, inScope, type TenantId } from "../../platform/index.ts";
import { hoursChanged } from "../calendars/events.ts";
import { MINUTES_PER_DAY, minutesOf, wallTimeOf } from "../hours/rules.ts";
import { deleteHoliday, type HolidayRow, insertHoliday, readHoliday } from "./store.ts";

export async function addTenantHoliday(ctx: Context, fields: NewTenantHoliday): Promise<HolidayRow> {
  const tenantId = fields.tenantId as TenantId;
  inScope(ctx, tenantId);
  return await add(ctx, {
    ...common(ctx, fields),
    scope: "tenant",
    area: null,
    tenantId,
    includesDescendants: fields.includesDescendants ?? false,
  });
}

/** For everybody: only from the whole platform. */
export async function addPublicHoliday(ctx: Context, fields: NewPublicHoliday): Promise<HolidayRow> {
  requirePlatform(ctx);
  if ((fields.scope === "nation") !== (fields.area === null)) {
    throw new DomainError(
      "invalid",
      "A national holiday has no area; one of a province or locality names it",
      {
        key: "holidayArea",
      },
    );
  }
  const { scope, area } = fields;
  return await add(ctx, { ...common(ctx, fields), scope, area, tenantId: null, includesDescendants: false });
}

export async function removeHoliday(ctx: Context, id: string): Promise<void> {
  const holiday = await readHoliday(ctx, id);
  if (holiday.tenantId === null) requirePlatform(ctx);
  else inScope(ctx, holiday.tenantId);
  await deleteHoliday(ctx, id);
  await told(ctx, holiday, "holiday.removed");
}

async function add(ctx: Context, holiday: HolidayRow): Promise<HolidayRow> {
  if (!(await insertHoliday(ctx, holiday))) {
    throw new DomainError("conflict", `${holiday.name} on ${holiday.day} is there already`, {
      key: "holidayExists",
    });
  }
  await told(ctx, holiday, "holiday.added");
  return holiday;
}

function common(
  ctx: Context,
  {
    day,
    name,
    closedFrom,
    closedUntil,
  }: Pick<NewPublicHoliday, "day" | "name" | "closedFrom" | "closedUntil">,
): Pick<HolidayRow, "id" | "day" | "name" | "start" | "end"> {
  const start = closedFrom ? minutesOf(closedFrom) : 0;
  const end = closedUntil ? minutesOf(closedUntil) : MINUTES_PER_DAY;
  if (end <= start) {
    throw new DomainError("invalid", "The closing must end after it begins", { key: "spanBackwards" });
  }
  return { id: ctx.ids.uuid(), day, name, start, end };
}

function requirePlatform(ctx: Context): void {
  if (ctx.scope === "system") return;
  throw new DomainError("forbidden", "Public holidays are kept by the platform's administrator", {
    key: "platformOnly",
  });
}

async function told(ctx: Context, holiday: HolidayRow, action: string): Promise<void> {
  const { tenantId, id, day, name, scope } = holiday;
  await audit(ctx, { action, tenantId, subject: { kind: "holiday", id }, detail: { day, name, scope } });
  await emit(ctx, hoursChanged, { tenantId, key: id, data: { calendarId: null } });
}

/** The answer's form. */
export function holidayReply({ start, end, ...holiday }: HolidayRow): Holiday {
  return {
    ...holiday,
    closedFrom: start === 0 ? null : wallTimeOf(start),
    closedUntil: end === MINUTES_PER_DAY ? null : wallTimeOf(end),
  };
}
