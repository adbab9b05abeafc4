import { Temporal } from "temporal-polyfill";

export interface DayBounds {
  readonly startMs: number;
  /** The first instant of the next day: 23, 24 or 25 hours later. */
  readonly endMs: number;
}

/** The day of the zone's calendar that `now` is in. */
export function dayBounds(now: Date, zone: string): DayBounds {
  const start = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).startOfDay();
  return { startMs: start.epochMilliseconds, endMs: start.add({ days: 1 }).startOfDay().epochMilliseconds };
}
