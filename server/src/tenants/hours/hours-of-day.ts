import { Temporal } from "temporal-polyfill";
import { union, without } from "./minute-spans.ts";
import {
  type ExceptionRule,
  type HolidayRule,
  type HoursRules,
  MINUTES_PER_DAY,
  type MinuteSpan,
} from "./rules.ts";

const WHOLE_DAY: MinuteSpan = { start: 0, end: MINUTES_PER_DAY };

/** What applies to one calendar day, in wall-clock minutes. */
export interface HoursOfDay {
  readonly open: readonly MinuteSpan[];
  /** The week's own hours, before holidays and exceptions. */
  readonly usual: readonly MinuteSpan[];
  readonly holidays: readonly HolidayRule[];
  readonly exceptions: readonly ExceptionRule[];
}

/** Week − holidays, then the exceptions in their order: an exception is decided by people, it wins. */
export function hoursOfDay(rules: HoursRules, day: Temporal.PlainDate): HoursOfDay {
  const key = day.toString();
  const usual = union(rules.week.filter(({ weekday }) => weekday === day.dayOfWeek));
  const holidays = rules.holidays.filter((holiday) => holiday.day === key);
  const exceptions = rules.exceptions.filter(({ firstDay, lastDay }) => firstDay <= key && key <= lastDay);
  const open = exceptions.reduce(applyException, without(usual, holidays));
  return { open, usual, holidays, exceptions };
}

function applyException(open: MinuteSpan[], exception: ExceptionRule): MinuteSpan[] {
  switch (exception.effect) {
    case "open":
      return union([...open, ...exception.spans]);
    case "replace":
      return union(exception.spans);
    case "close":
      return without(open, closedSpans(exception));
  }
}

/** A closing without spans is the whole day. */
export function closedSpans(exception: ExceptionRule): readonly MinuteSpan[] {
  return exception.spans.length > 0 ? exception.spans : [WHOLE_DAY];
}

export function dayAt(rules: HoursRules, atMs: number): { day: Temporal.PlainDate; minute: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(rules.zone);
  return { day: local.toPlainDate(), minute: local.hour * 60 + local.minute };
}
