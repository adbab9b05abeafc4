import {
  Calendar,
  CalendarChange,
  CalendarList,
  NewCalendar,
  NewCalendarException,
  OpenState,
} from "@vera/contracts/tenants";
import Type from "typebox";
import { type Http, inScope, type TenantId } from "../../platform/index.ts";
import {
  addException,
  calendarReply,
  changeCalendar,
  createCalendar,
  removeCalendar,
  removeException,
} from "./change-calendar.ts";
import { openState } from "./hours.ts";
import { readCalendar, readCalendars } from "./store.ts";

const tags = ["calendars"];
const Id = Type.Object({ id: Type.String({ format: "uuid" }) });
const Filter = Type.Object({ tenantId: Type.Optional(Type.String({ format: "uuid" })) });

export function calendarRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/calendars",
    permission: "tenant.read",
    summary: "Calendars with their hours and exceptions",
    tags,
    query: Filter,
    response: CalendarList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      return { calendars: (await readCalendars(ctx, tenantId)).map(calendarReply) };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/calendars/:id",
    permission: "tenant.read",
    summary: "One calendar",
    tags,
    params: Id,
    response: Calendar,
    handler: async (ctx, { params }) => calendarReply(await readCalendar(ctx, params.id)),
  });
  http.route({
    method: "GET",
    url: "/api/v1/calendars/:id/state",
    permission: "tenant.read",
    summary: "Open or closed now, or at an instant",
    tags,
    params: Id,
    query: Type.Object({ at: Type.Optional(Type.String({ format: "date-time" })) }),
    response: OpenState,
    handler: async (ctx, { params, query }) => {
      const { until, opensAt, ...state } = await openState(ctx, {
        calendarId: params.id,
        ...(query.at && { at: new Date(query.at) }),
      });
      return {
        ...state,
        ...(until && { until: until.toISOString() }),
        ...(opensAt && { opensAt: opensAt.toISOString() }),
      };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/calendars",
    permission: "hours.manage",
    summary: "Add a calendar",
    tags,
    body: NewCalendar,
    response: Calendar,
    status: 201,
    handler: async (ctx, { body }) => calendarReply(await createCalendar(ctx, body)),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/calendars/:id",
    permission: "hours.manage",
    summary: "Change a calendar; blocks are replaced as a whole",
    tags,
    params: Id,
    body: CalendarChange,
    response: Calendar,
    handler: async (ctx, { params, body }) =>
      calendarReply(await changeCalendar(ctx, { calendarId: params.id, change: body })),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/calendars/:id",
    permission: "hours.manage",
    summary: "Remove a calendar that nothing uses",
    tags,
    params: Id,
    handler: async (ctx, { params }) => await removeCalendar(ctx, params.id),
  });
  exceptionRoutes(http);
}

function exceptionRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/calendars/:id/exceptions",
    permission: "hours.manage",
    summary: "Close, open or replace hours on some days; effective at once",
    tags,
    params: Id,
    body: NewCalendarException,
    response: Calendar,
    status: 201,
    handler: async (ctx, { params, body }) =>
      calendarReply(await addException(ctx, { calendarId: params.id, exception: body })),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/calendars/:id/exceptions/:exceptionId",
    permission: "hours.manage",
    summary: "Remove an exception",
    tags,
    params: Type.Object({ ...Id.properties, exceptionId: Type.String({ format: "uuid" }) }),
    response: Calendar,
    handler: async (ctx, { params }) =>
      calendarReply(await removeException(ctx, { calendarId: params.id, exceptionId: params.exceptionId })),
  });
}
