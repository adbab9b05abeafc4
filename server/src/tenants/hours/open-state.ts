import type { OpenState as OpenStateContract } from "@vera/contracts/tenants";
import { closedSpans, dayAt, type HoursOfDay, hoursOfDay } from "./hours-of-day.ts";
import { covers, without } from "./minute-spans.ts";
import { openIntervals } from "./open-intervals.ts";
import type { HoursRules } from "./rules.ts";

/** How far ahead the next opening or closing is looked for. */
const HORIZON_DAYS = 400;

/** Open or closed at one instant; `until` while open, `opensAt` while closed, absent when beyond a year. */
export interface OpenState {
  readonly open: boolean;
  readonly reason: OpenStateContract["reason"];
  readonly until?: Date;
  readonly opensAt?: Date;
  /** Name of the holiday or exception that decides now. */
  readonly holidayName?: string;
}

export function openStateAt(rules: HoursRules, at: Date): OpenState {
  if (rules.alwaysOpen) return { open: true, reason: "always-open" };
  const atMs = at.getTime();
  const horizonMs = atMs + (HORIZON_DAYS - 2) * 86_400_000;
  const next = firstIntervalAfter(rules, atMs);
  const { day, minute } = dayAt(rules, atMs);
  const today = hoursOfDay(rules, day);
  if (next && next.startMs <= atMs) {
    const until = next.endMs < horizonMs ? { until: new Date(next.endMs) } : {};
    return { open: true, ...until, ...whyOpen(today, minute) };
  }
  const opensAt = next ? { opensAt: new Date(next.startMs) } : {};
  return { open: false, ...opensAt, ...whyClosed(today, minute) };
}

function firstIntervalAfter(rules: HoursRules, atMs: number) {
  for (const interval of openIntervals(rules, atMs, HORIZON_DAYS)) {
    if (interval.endMs > atMs) return interval;
  }
  return undefined;
}

type Why = Pick<OpenState, "reason" | "holidayName">;

/** Open by an exception when the week and its holidays alone would be closed now. */
function whyOpen(today: HoursOfDay, minute: number): Why {
  const usualToday = without(today.usual, today.holidays);
  if (usualToday.some((span) => covers(span, minute))) return { reason: "hours" };
  const opening = today.exceptions.findLast(
    ({ effect, spans }) => effect !== "close" && spans.some((span) => covers(span, minute)),
  );
  return opening ? { reason: "exception", holidayName: opening.name } : { reason: "hours" };
}

/** A closing that covers now says its name; a holiday only on a day that would have had hours. */
function whyClosed(today: HoursOfDay, minute: number): Why {
  const closing = today.exceptions.findLast(
    (exception) =>
      exception.effect === "replace" ||
      (exception.effect === "close" && closedSpans(exception).some((span) => covers(span, minute))),
  );
  if (closing) return { reason: "exception", holidayName: closing.name };
  const holiday = today.holidays.find((candidate) => covers(candidate, minute));
  if (holiday && today.usual.length > 0) return { reason: "holiday", holidayName: holiday.name };
  return { reason: "outside-hours" };
}
