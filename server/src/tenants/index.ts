import type { Context, Http, Platform } from "../platform/index.ts";
import { asSystem } from "../platform/index.ts";
import { calendarRoutes } from "./calendars/routes.ts";
import { loadShippedHolidays } from "./holidays/load-holidays.ts";
import { holidayRoutes } from "./holidays/routes.ts";
import { tenantRoutes } from "./organisms/routes.ts";
import { topicRoutes } from "./topics/routes.ts";

export { addException, createCalendar } from "./calendars/change-calendar.ts";
export { hoursChanged } from "./calendars/events.ts";
export {
  addBusinessTime,
  businessSecondsBetween,
  defaultCalendarOf,
  hoursRules,
  openState,
} from "./calendars/hours.ts";
export { addTenantHoliday } from "./holidays/change-holidays.ts";
export {
  addBusinessTime as addOpenTime,
  businessSecondsBetween as openSecondsBetween,
} from "./hours/business-time.ts";
export type { OpenState } from "./hours/open-state.ts";
export type { HoursRules } from "./hours/rules.ts";
export { changeTenant, renameTenant } from "./organisms/change-tenant.ts";
export { createTenant } from "./organisms/create-tenant.ts";
export { tenantChanged } from "./organisms/events.ts";
export {
  readDescendants,
  readTenant,
  readTenants,
  readTenantsById,
  type TenantRow,
} from "./organisms/store.ts";
export { changeTopic, createTopic } from "./topics/change-topics.ts";
export { topicChanged } from "./topics/events.ts";
export { searchTopics } from "./topics/search-topics.ts";
export { readTopic, readTopicsById, type TopicRow } from "./topics/store.ts";

export function routes(http: Http): void {
  tenantRoutes(http);
  calendarRoutes(http);
  holidayRoutes(http);
  topicRoutes(http);
}

/** Once at each start; does its work only the first time. */
export async function prepareTenants(platform: Platform): Promise<void> {
  await asSystem(platform, "tenants", (ctx: Context) => loadShippedHolidays(ctx));
}
