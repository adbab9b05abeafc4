import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Day, WallTime } from "@vera/contracts/tenants";
import Type, { type Static } from "typebox";
import { Value } from "typebox/value";
import { audit, type Context } from "../../platform/index.ts";
import { MINUTES_PER_DAY, minutesOf } from "../hours/rules.ts";
import { claimHolidayFile, insertHolidays } from "./store.ts";

const SHIPPED = ["holidays-ar-2024-2027.json"] as const;

const HolidayFile = Type.Object({
  name: Type.String(),
  source: Type.String(),
  holidays: Type.Array(
    Type.Object({
      day: Day,
      name: Type.String({ minLength: 1 }),
      scope: Type.Enum(["nation", "province", "locality"]),
      area: Type.Union([Type.String(), Type.Null()]),
      closedFrom: Type.Optional(WallTime),
    }),
  ),
});
export type HolidayFile = Static<typeof HolidayFile>;

/** Loads each shipped file once in the life of an installation: what people removed stays removed. */
export async function loadShippedHolidays(ctx: Context): Promise<void> {
  for (const fileName of SHIPPED) await loadHolidays(ctx, readHolidayFile(fileName));
}

export function readHolidayFile(fileName: string): HolidayFile {
  const content: unknown = JSON.parse(readFileSync(join(import.meta.dirname, fileName), "utf8"));
  Value.Assert(HolidayFile, content);
  return content;
}

async function loadHolidays(ctx: Context, file: HolidayFile): Promise<void> {
  if (!(await claimHolidayFile(ctx, file.name))) return;
  const rows = file.holidays.map(({ day, name, scope, area, closedFrom }) => ({
    id: ctx.ids.uuid(),
    ...{ day, name, scope, area, tenantId: null, includesDescendants: false },
    start: closedFrom ? minutesOf(closedFrom) : 0,
    end: MINUTES_PER_DAY,
  }));
  await insertHolidays(ctx, rows);
  await audit(ctx, {
    action: "holidays.loaded",
    subject: { kind: "holiday-file", id: file.name },
    detail: { count: rows.length },
  });
}
