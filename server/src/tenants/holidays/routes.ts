import { Day, Holiday, HolidayList, NewPublicHoliday, NewTenantHoliday } from "@vera/contracts/tenants";
import Type from "typebox";
import { type Http, inScope, type TenantId } from "../../platform/index.ts";
import { addPublicHoliday, addTenantHoliday, holidayReply, removeHoliday } from "./change-holidays.ts";
import { readHolidays } from "./store.ts";

const tags = ["calendars"];
const Id = Type.Object({ id: Type.String({ format: "uuid" }) });
const Filter = Type.Object({
  tenantId: Type.Optional(Type.String({ format: "uuid" })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
});

export function holidayRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/holidays",
    permission: "tenant.read",
    summary:
      "Holidays of a period; of one tenant, those that close it. Without dates, this year and the next",
    tags,
    query: Filter,
    response: HolidayList,
    handler: async (ctx, { query }) => {
      const year = ctx.clock.now().getUTCFullYear();
      const { from = `${year}-01-01`, to = `${year + 1}-12-31` } = query;
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      const holidays = await readHolidays(ctx, { from, to, ...(tenantId && { tenantId }) });
      return { holidays: holidays.map(holidayReply) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/holidays",
    permission: "hours.manage",
    summary: "Add a day off, whole or partial, of one tenant; effective at once",
    tags,
    body: NewTenantHoliday,
    response: Holiday,
    status: 201,
    handler: async (ctx, { body }) => holidayReply(await addTenantHoliday(ctx, body)),
  });
  http.route({
    method: "POST",
    url: "/api/v1/public-holidays",
    permission: "system.manage",
    summary: "Add a holiday of the nation, of a province or of a locality; effective at once",
    tags,
    body: NewPublicHoliday,
    response: Holiday,
    status: 201,
    handler: async (ctx, { body }) => holidayReply(await addPublicHoliday(ctx, body)),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/holidays/:id",
    permission: "hours.manage",
    summary: "Remove a holiday; public ones from the whole platform only",
    tags,
    params: Id,
    handler: async (ctx, { params }) => await removeHoliday(ctx, params.id),
  });
}
