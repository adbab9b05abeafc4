import { addDays, dayOf, dayStart } from "../../../shared/format/zoned-day.ts";

export const PERIODS = ["today", "yesterday", "7d", "30d", "month", "days"] as const;
export type Period = (typeof PERIODS)[number];

/** A period as it stands in the address; `from` and `to` are days, both included, only of kind "days". */
export interface PeriodChoice {
  period: Period;
  from: string | null;
  to: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readPeriod(search: URLSearchParams, otherwise: Period): PeriodChoice {
  const day = (name: string): string | null => {
    const value = search.get(name);
    return value !== null && DAY.test(value) ? value : null;
  };
  const [from, to] = [day("from"), day("to")];
  const asked = PERIODS.find((period) => period === search.get("period"));
  if (asked === "days" && (from === null || to === null)) return { period: otherwise, from: null, to: null };
  return asked === "days"
    ? { period: asked, from, to }
    : { period: asked ?? otherwise, from: null, to: null };
}

export interface DayRange {
  /** First and last day, both included. */
  firstDay: string;
  lastDay: string;
  /** Instants: from the first day's midnight to the midnight after the last. */
  from: string;
  to: string;
}

/** The days and instants of a period in a zone. */
export function periodRange({ period, from, to }: PeriodChoice, now: Date, timeZone: string): DayRange {
  const today = dayOf(now, timeZone);
  const [firstDay, lastDay] = daysOf(period, { today, from, to });
  return {
    firstDay,
    lastDay,
    from: dayStart(firstDay, timeZone).toISOString(),
    to: dayStart(addDays(lastDay, 1), timeZone).toISOString(),
  };
}

function daysOf(
  period: Period,
  { today, from, to }: { today: string; from: string | null; to: string | null },
): [string, string] {
  switch (period) {
    case "today":
      return [today, today];
    case "yesterday":
      return [addDays(today, -1), addDays(today, -1)];
    case "7d":
      return [addDays(today, -6), today];
    case "30d":
      return [addDays(today, -29), today];
    case "month":
      return [`${today.slice(0, 8)}01`, today];
    case "days": {
      const [first, last] = [from ?? today, to ?? today];
      return first <= last ? [first, last] : [last, first];
    }
  }
}

/** How many days, both ends counted. */
export function dayCount({ firstDay, lastDay }: Pick<DayRange, "firstDay" | "lastDay">): number {
  return Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000) + 1;
}
