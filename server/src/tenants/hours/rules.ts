/** Wall-clock span of one day, in minutes from its midnight: [start, end), end ≤ 1440. */
export interface MinuteSpan {
  readonly start: number;
  readonly end: number;
}

/** `weekday` is ISO: 1 Monday … 7 Sunday. */
export interface WeeklySpan extends MinuteSpan {
  readonly weekday: number;
}

/** A day off, whole or partial ("from 13:00" is start 780, end 1440). `day` is `YYYY-MM-DD`. */
export interface HolidayRule extends MinuteSpan {
  readonly day: string;
  readonly name: string;
}

/** Days that depart from the week and from holidays; of two on one day the later in the list wins. */
export interface ExceptionRule {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly name: string;
  readonly effect: "close" | "open" | "replace";
  readonly spans: readonly MinuteSpan[];
}

/** Everything that decides whether a calendar is open; plain data, so that the rules are pure. */
export interface HoursRules {
  /** IANA time zone in which all wall-clock minutes are read. */
  readonly zone: string;
  readonly alwaysOpen: boolean;
  readonly week: readonly WeeklySpan[];
  readonly holidays: readonly HolidayRule[];
  readonly exceptions: readonly ExceptionRule[];
}

export const MINUTES_PER_DAY = 1440;

/** `HH:MM` → minutes from midnight; `24:00` is 1440. */
export function minutesOf(wallTime: string): number {
  const [hours = "", minutes = ""] = wallTime.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes from midnight → `HH:MM`. */
export function wallTimeOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
