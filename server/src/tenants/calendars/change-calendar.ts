import type {
  Calendar,
  CalendarChange,
  HoursBlock,
  NewCalendar,
  NewCalendarException,
  TimeSpan,
} from "@vera/contracts/tenants";
import { audit, type Context, DomainError, emit, inScope, type TenantId } from "../../platform/index.ts";
import { requireZone } from "../zone.ts";
import { hoursChanged } from "./events.ts";
import {
  blockMinutes,
  type CalendarRow,
  calendarNameTaken,
  deleteCalendar,
  deleteException,
  insertCalendar,
  insertException,
  readCalendar,
  replaceBlocks,
  updateCalendar,
  wallSpan,
} from "./store.ts";

export async function createCalendar(ctx: Context, fields: NewCalendar): Promise<CalendarRow> {
  const tenantId = fields.tenantId as TenantId;
  inScope(ctx, tenantId);
  const id = ctx.ids.uuid();
  await requireFreeName(ctx, { tenantId, name: fields.name, except: id });
  await insertCalendar(ctx, {
    id,
    tenantId,
    name: fields.name,
    ownZone: fields.zone ? requireZone(fields.zone) : null,
    alwaysOpen: fields.alwaysOpen ?? false,
    observesHolidays: fields.observesHolidays ?? true,
    isDefault: false,
  });
  await replaceBlocks(ctx, { tenantId, calendarId: id, blocks: parseBlocks(fields.blocks) });
  await told(ctx, { tenantId, calendarId: id, action: "calendar.created", detail: fields });
  return await readCalendar(ctx, id);
}

export async function changeCalendar(
  ctx: Context,
  { calendarId, change }: { calendarId: string; change: CalendarChange },
): Promise<CalendarRow> {
  const before = await readCalendar(ctx, calendarId);
  const { tenantId } = before;
  if (change.name !== undefined)
    await requireFreeName(ctx, { tenantId, name: change.name, except: calendarId });
  if (change.zone) requireZone(change.zone);
  await updateCalendar(ctx, {
    ...before,
    name: change.name ?? before.name,
    ownZone: change.zone === undefined ? before.ownZone : change.zone,
    alwaysOpen: change.alwaysOpen ?? before.alwaysOpen,
    observesHolidays: change.observesHolidays ?? before.observesHolidays,
    isDefault: before.isDefault || change.isDefault === true,
  });
  if (change.blocks) await replaceBlocks(ctx, { tenantId, calendarId, blocks: parseBlocks(change.blocks) });
  await told(ctx, { tenantId, calendarId, action: "calendar.changed", detail: change });
  return await readCalendar(ctx, calendarId);
}

export async function removeCalendar(ctx: Context, calendarId: string): Promise<void> {
  const { tenantId, isDefault, name } = await readCalendar(ctx, calendarId);
  if (isDefault) {
    throw new DomainError(
      "conflict",
      `${name} is the organism's own calendar; choose another as its own first`,
      {
        key: "calendarIsDefault",
      },
    );
  }
  await deleteCalendar(ctx, calendarId);
  await told(ctx, { tenantId, calendarId, action: "calendar.removed", detail: { name } });
}

export async function addException(
  ctx: Context,
  { calendarId, exception }: { calendarId: string; exception: NewCalendarException },
): Promise<CalendarRow> {
  const calendar = await readCalendar(ctx, calendarId);
  if (exception.lastDay < exception.firstDay) {
    throw new DomainError("invalid", "The last day comes before the first", { key: "daysBackwards" });
  }
  if (exception.effect === "open" && exception.spans.length === 0) {
    throw new DomainError("invalid", "Say from when until when it opens", { key: "spanMissing" });
  }
  requireForward(exception.spans);
  await insertException(ctx, { calendar, exception: { ...exception, id: ctx.ids.uuid() } });
  await told(ctx, {
    tenantId: calendar.tenantId,
    calendarId,
    action: "calendar.exception-added",
    detail: exception,
  });
  return await readCalendar(ctx, calendarId);
}

export async function removeException(
  ctx: Context,
  { calendarId, exceptionId }: { calendarId: string; exceptionId: string },
): Promise<CalendarRow> {
  const { tenantId } = await readCalendar(ctx, calendarId);
  if ((await deleteException(ctx, { calendarId, exceptionId })) === 0) {
    throw new DomainError("not-found", `No exception ${exceptionId} in this calendar`);
  }
  await told(ctx, { tenantId, calendarId, action: "calendar.exception-removed", detail: { exceptionId } });
  return await readCalendar(ctx, calendarId);
}

async function requireFreeName(
  ctx: Context,
  name: { tenantId: TenantId; name: string; except: string },
): Promise<void> {
  if (await calendarNameTaken(ctx, name)) {
    throw new DomainError("conflict", `There is a calendar named "${name.name}" already`, {
      key: "calendarNameTaken",
    });
  }
}

function parseBlocks(blocks: readonly HoursBlock[]): CalendarRow["blocks"] {
  requireForward(blocks);
  const sorted = blocks.map(blockMinutes).sort((a, b) => a.weekday - b.weekday || a.start - b.start);
  for (const [index, block] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && next.weekday === block.weekday && next.start < block.end) {
      throw new DomainError("invalid", "Two blocks of one day overlap; join them or move one", {
        key: "blocksOverlap",
        params: { weekday: block.weekday },
      });
    }
  }
  return sorted;
}

/** Wall times compare as text. */
function requireForward(spans: readonly TimeSpan[]): void {
  const backward = spans.find(({ from, until }) => until <= from);
  if (!backward) return;
  throw new DomainError(
    "invalid",
    `${backward.from}–${backward.until} ends before it begins; over midnight use two blocks, to 24:00 and from 00:00`,
    { key: "spanBackwards", params: { from: backward.from, until: backward.until } },
  );
}

async function told(
  ctx: Context,
  {
    tenantId,
    calendarId,
    action,
    detail,
  }: { tenantId: TenantId; calendarId: string; action: string; detail: object },
): Promise<void> {
  await audit(ctx, {
    action,
    tenantId,
    subject: { kind: "calendar", id: calendarId },
    detail: { ...detail },
  });
  await emit(ctx, hoursChanged, { tenantId, key: calendarId, data: { calendarId } });
}

/** The answer's form. */
export function calendarReply(row: CalendarRow): Calendar {
  const { id, tenantId, name, zone, alwaysOpen, observesHolidays, isDefault } = row;
  return {
    ...{ id, tenantId, name, zone, alwaysOpen, observesHolidays, isDefault },
    blocks: row.blocks.map((block) => ({ weekday: block.weekday, ...wallSpan(block) })),
    exceptions: row.exceptions.map(({ spans, ...exception }) => ({
      ...exception,
      spans: spans.map(wallSpan),
    })),
  };
}
