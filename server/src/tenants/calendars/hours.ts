import type { Context, TenantId } from "../../platform/index.ts";
import * as businessTime from "../hours/business-time.ts";
import { type OpenState, openStateAt } from "../hours/open-state.ts";
import type { HoursRules } from "../hours/rules.ts";
import { createDefaultCalendar } from "./default-calendar.ts";
import {
  readCalendar,
  readDefaultCalendar,
  readHolidayRules,
  readHoursRules,
  type WhoseHours,
} from "./store.ts";

/** Read anew each time: what was added holds from the next call on, in every process. */
async function rulesOf(ctx: Context, calendarId: string): Promise<HoursRules> {
  const calendar = await readCalendar(ctx, calendarId);
  const { zone, alwaysOpen, blocks, exceptions } = calendar;
  const holidays = calendar.observesHolidays ? await readHolidayRules(ctx, calendar.tenantId) : [];
  return { zone, alwaysOpen, week: blocks, exceptions, holidays };
}

/** Open or closed at `at` (now without it), until when, and why. */
export async function openState(
  ctx: Context,
  { calendarId, at }: { calendarId: string; at?: Date },
): Promise<OpenState> {
  return openStateAt(await rulesOf(ctx, calendarId), at ?? ctx.clock.now());
}

/** When `seconds` of the calendar's open time will have passed; undefined where it does not open that much in five years. */
export async function addBusinessTime(
  ctx: Context,
  { calendarId, from, seconds }: { calendarId: string; from: Date; seconds: number },
): Promise<Date | undefined> {
  return businessTime.addBusinessTime(await rulesOf(ctx, calendarId), { from, seconds });
}

export async function businessSecondsBetween(
  ctx: Context,
  { calendarId, from, to }: { calendarId: string; from: Date; to: Date },
): Promise<number> {
  return businessTime.businessSecondsBetween(await rulesOf(ctx, calendarId), { from, to });
}

/** The tenant's own calendar, made on the spot for one that came without. */
export async function defaultCalendarOf(ctx: Context, tenantId: TenantId): Promise<string> {
  const calendar = await readDefaultCalendar(ctx, tenantId);
  return calendar?.id ?? (await createDefaultCalendar(ctx, { tenantId, likeThatOf: null }));
}

/**
 * The rules themselves, by calendar or by organism (then of its own calendar), for pure arithmetic over many instants.
 * Of organisms out of scope too: when an office attends is on its door.
 */
export async function hoursRules(
  ctx: Context,
  whose: readonly WhoseHours[],
): Promise<ReadonlyMap<string, HoursRules>> {
  return await readHoursRules(ctx, whose);
}
