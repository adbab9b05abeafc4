import type { HoursBlock, TimeSpan } from "@vera/contracts/tenants";
import { minutesOf } from "./wall-time.ts";

/** ISO weekdays: 1 Monday … 7 Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Week = Readonly<Record<Weekday, readonly TimeSpan[]>>;

export function weekOf(blocks: readonly HoursBlock[]): Week {
  const spans = (weekday: Weekday): TimeSpan[] =>
    blocks
      .filter((block) => block.weekday === weekday)
      .map(({ from, until }) => ({ from, until }))
      .sort((a, b) => minutesOf(a.from) - minutesOf(b.from));
  return {
    1: spans(1),
    2: spans(2),
    3: spans(3),
    4: spans(4),
    5: spans(5),
    6: spans(6),
    7: spans(7),
  };
}

export function blocksOf(week: Week): HoursBlock[] {
  return WEEKDAYS.flatMap((weekday) => week[weekday].map((span) => ({ weekday, ...span })));
}

export type SpanProblem = "missing" | "backwards" | "overlap";

/** What is wrong with the spans of one day, as the server would say; null while they are fine. */
export function spansProblem(spans: readonly TimeSpan[]): SpanProblem | null {
  if (spans.some(({ from, until }) => from === "" || until === "")) return "missing";
  const ordered = spans
    .map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) }))
    .sort((a, b) => a.from - b.from);
  if (ordered.some(({ from, until }) => until <= from)) return "backwards";
  const overlaps = ordered.some((span, index) => index > 0 && span.from < (ordered[index - 1]?.until ?? 0));
  return overlaps ? "overlap" : null;
}

/** "7:00 a 13:00" after the last span of the day, or the usual morning of an office. */
export function nextSpan(spans: readonly TimeSpan[]): TimeSpan {
  const last = spans.at(-1);
  if (!last) return { from: "07:00", until: "13:00" };
  return minutesOf(last.until) <= minutesOf("16:00")
    ? { from: "16:00", until: "20:00" }
    : { from: last.until, until: "24:00" };
}

/** Days that open alike stand together: [[1, 2, 3], "07:00–13:00"]. */
export function summaryOf(blocks: readonly HoursBlock[]): { days: Weekday[]; hours: string }[] {
  const week = weekOf(blocks);
  const groups: { days: Weekday[]; hours: string }[] = [];
  for (const day of WEEKDAYS) {
    const hours = week[day].map(({ from, until }) => `${from}–${until}`).join(", ");
    const last = groups.at(-1);
    if (hours === "") continue;
    if (last && last.hours === hours && last.days.at(-1) === day - 1) last.days.push(day);
    else groups.push({ days: [day], hours });
  }
  return groups;
}
