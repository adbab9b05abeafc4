import type { Interval, IntervalRow } from "@vera/contracts/reporting";
import { addDays, dayStart } from "../../../shared/format/zoned-day.ts";
import type { DayRange } from "../period/period.ts";

const MINUTES: Record<Exclude<Interval, "day">, number> = { "15m": 15, "30m": 30, "60m": 60 };

export interface Series {
  /** Seconds since the epoch, as uPlot wants them. */
  starts: number[];
  values: (number | null)[];
  denominators: number[];
}

/** Every interval of the period up to now, also those without anything: a gap in the line is a gap in the work. */
export function fillIntervals(
  rows: readonly IntervalRow[],
  given: { range: DayRange; interval: Interval; zone: string; now: number },
): Series {
  const byStart = new Map(rows.map((row) => [Date.parse(row.start), row]));
  const starts = startsOf(given).filter((at) => at <= given.now || byStart.has(at));
  return {
    starts: starts.map((at) => at / 1000),
    values: starts.map((at) => byStart.get(at)?.value ?? null),
    denominators: starts.map((at) => byStart.get(at)?.denominator ?? 0),
  };
}

function startsOf({
  range,
  interval,
  zone,
}: {
  range: DayRange;
  interval: Interval;
  zone: string;
}): number[] {
  const to = Date.parse(range.to);
  const starts: number[] = [];
  if (interval === "day") {
    for (let day = range.firstDay; day <= range.lastDay; day = addDays(day, 1)) {
      starts.push(dayStart(day, zone).getTime());
    }
    return starts;
  }
  const step = MINUTES[interval] * 60_000;
  for (let at = Date.parse(range.from); at < to; at += step) starts.push(at);
  return starts;
}

/** From the first interval with something in it to the last: nights without calls at the edges are cut off. */
export function trimSeries({ starts, values, denominators }: Series): Series {
  const used = (index: number): boolean => values[index] !== null || (denominators[index] ?? 0) > 0;
  const first = starts.findIndex((_, index) => used(index));
  if (first < 0) return { starts: [], values: [], denominators: [] };
  const last = starts.findLastIndex((_, index) => used(index));
  const cut = <Item>(list: readonly Item[]): Item[] => list.slice(first, last + 1);
  return { starts: cut(starts), values: cut(values), denominators: cut(denominators) };
}
