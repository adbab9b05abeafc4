import type { Temporal } from "temporal-polyfill";
import { dayAt, hoursOfDay } from "./hours-of-day.ts";
import { type HoursRules, MINUTES_PER_DAY } from "./rules.ts";

/** Instants in epoch milliseconds: [startMs, endMs). */
export interface OpenInterval {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Open intervals from the local day of `fromMs` on, in order, those that touch merged over midnight.
 * Ends `days` local days later, so that a calendar that never opens ends too.
 */
export function* openIntervals(rules: HoursRules, fromMs: number, days: number): Generator<OpenInterval> {
  let pending: OpenInterval | undefined;
  let { day } = dayAt(rules, fromMs);
  for (let index = 0; index < days; index += 1, day = day.add({ days: 1 })) {
    for (const { start, end } of hoursOfDay(rules, day).open) {
      const next = {
        startMs: instantOf(rules.zone, day, { minute: start, repeated: "first" }),
        endMs: instantOf(rules.zone, day, { minute: end, repeated: "last" }),
      };
      if (next.endMs <= next.startMs) continue; // wholly inside the hour that a clock change skips
      if (pending && next.startMs <= pending.endMs) {
        pending = { startMs: pending.startMs, endMs: Math.max(pending.endMs, next.endMs) };
        continue;
      }
      if (pending) yield pending;
      pending = next;
    }
  }
  if (pending) yield pending;
}

/**
 * A wall-clock minute as an instant. Clock changes: a minute that does not exist is the moment of the
 * change; of a minute that comes twice an opening takes the first and a closing the last, so that
 * nobody finds closed what the sign says is open.
 */
function instantOf(
  zone: string,
  day: Temporal.PlainDate,
  { minute, repeated }: { minute: number; repeated: "first" | "last" },
): number {
  const wall =
    minute === MINUTES_PER_DAY
      ? day.add({ days: 1 }).toPlainDateTime()
      : day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const zoned = wall.toZonedDateTime(zone, { disambiguation: repeated === "first" ? "earlier" : "later" });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  const beforeGap = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  return beforeGap.getTimeZoneTransition("next")?.epochMilliseconds ?? zoned.epochMilliseconds;
}
