import type {
  Calendar,
  CalendarChange,
  CalendarList,
  Holiday,
  HolidayList,
  NewCalendar,
  NewCalendarException,
  NewPublicHoliday,
  NewTenantHoliday,
  OpenState,
} from "@vera/contracts/tenants";
import { get, patch, post, remove } from "../request.ts";

export async function listCalendars(): Promise<CalendarList> {
  return get("/calendars");
}

export async function createCalendar(calendar: NewCalendar): Promise<Calendar> {
  return post("/calendars", calendar);
}

export async function changeCalendar(calendarId: string, change: CalendarChange): Promise<Calendar> {
  return patch(`/calendars/${calendarId}`, change);
}

export async function removeCalendar(calendarId: string): Promise<void> {
  return remove(`/calendars/${calendarId}`);
}

/** @param at an instant; left out, now */
export async function calendarState(calendarId: string, at?: string): Promise<OpenState> {
  return get(`/calendars/${calendarId}/state`, { query: { at } });
}

export async function addException(calendarId: string, exception: NewCalendarException): Promise<Calendar> {
  return post(`/calendars/${calendarId}/exceptions`, exception);
}

export async function removeException(calendarId: string, exceptionId: string): Promise<Calendar> {
  return remove(`/calendars/${calendarId}/exceptions/${exceptionId}`);
}

export async function listHolidays(period: { from: string; to: string }): Promise<HolidayList> {
  return get("/holidays", { query: period });
}

export async function addTenantHoliday(holiday: NewTenantHoliday): Promise<Holiday> {
  return post("/holidays", holiday);
}

export async function addPublicHoliday(holiday: NewPublicHoliday): Promise<Holiday> {
  return post("/public-holidays", holiday);
}

export async function removeHoliday(holidayId: string): Promise<void> {
  return remove(`/holidays/${holidayId}`);
}
