import type { Context, TenantId } from "../../platform/index.ts";
import { insertCalendar, readDefaultCalendar, replaceBlocks } from "./store.ts";

/** Monday to Friday, 8 to 18: the hours of the provincial contact centre. */
const OFFICE_HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: 8 * 60, end: 18 * 60 }));

/** Every tenant has one calendar of its own from its first day, so that no clock is ever without hours. */
export async function createDefaultCalendar(
  ctx: Context,
  { tenantId, likeThatOf }: { tenantId: TenantId; likeThatOf: TenantId | null },
): Promise<string> {
  const model = likeThatOf ? await readDefaultCalendar(ctx, likeThatOf) : undefined;
  const id = ctx.ids.uuid();
  await insertCalendar(ctx, {
    id,
    tenantId,
    name: "Horario de atención",
    ownZone: null,
    alwaysOpen: model?.alwaysOpen ?? false,
    observesHolidays: model?.observesHolidays ?? true,
    isDefault: true,
  });
  await replaceBlocks(ctx, { tenantId, calendarId: id, blocks: model?.blocks ?? OFFICE_HOURS });
  return id;
}
