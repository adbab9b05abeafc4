import { openIntervals } from "./open-intervals.ts";
import type { HoursRules } from "./rules.ts";

const DAY_MS = 86_400_000;
/** Local days computed at once. */
const STEP_DAYS = 64;
/** Time lines of other rules kept; the same rules are asked about again and again. */
const KEPT = 64;

/**
 * One calendar's open time as sorted intervals with running sums: how much is open between two instants, and when so
 * much will have passed, cost O(log n) once the days in between have been computed.
 */
export interface OpenTimeline {
  /** Open milliseconds from the beginning of the line to `atMs`. */
  openMsAt(atMs: number): number;
  /** The first instant with that much open time behind it; undefined where it comes after `horizonMs`. */
  instantAt(openMs: number, horizonMs: number): number | undefined;
}

const lines = new Map<string, OpenTimeline>();

/** The line of these rules, beginning at or before `fromMs`. Kept by what the rules say: other rules are another line. */
export function openTimeline(rules: HoursRules, fromMs: number): OpenTimeline {
  const year = Math.floor(fromMs / (365 * DAY_MS));
  const key = `${year} ${JSON.stringify(rules)}`;
  const line = lines.get(key) ?? drawLine(rules, year * 365 * DAY_MS);
  lines.delete(key);
  lines.set(key, line);
  const [oldest] = lines.keys();
  if (lines.size > KEPT && oldest !== undefined) lines.delete(oldest);
  return line;
}

function drawLine(rules: HoursRules, originMs: number): OpenTimeline {
  const starts: number[] = [];
  const ends: number[] = [];
  /** Open milliseconds before the interval of the same index. */
  const before: number[] = [];
  let drawnToMs = originMs;

  const drawTo = (atMs: number): void => {
    while (drawnToMs <= atMs) {
      const stepEndMs = drawnToMs + STEP_DAYS * DAY_MS;
      // One day more at the end, cut off: an interval that goes on is whole in one of the two steps.
      for (const { startMs, endMs } of openIntervals(rules, drawnToMs, STEP_DAYS + 2)) {
        add(Math.max(startMs, drawnToMs), Math.min(endMs, stepEndMs));
      }
      drawnToMs = stepEndMs;
    }
  };
  const add = (startMs: number, endMs: number): void => {
    if (endMs <= startMs) return;
    const last = ends.length - 1;
    const openMs = last < 0 ? 0 : (before[last] ?? 0) + (ends[last] ?? 0) - (starts[last] ?? 0);
    starts.push(startMs);
    ends.push(endMs);
    before.push(openMs);
  };
  const openMsAt = (atMs: number): number => {
    drawTo(atMs);
    const index = lastAtMost(starts, atMs);
    if (index < 0) return 0;
    return (before[index] ?? 0) + Math.min(atMs, ends[index] ?? 0) - (starts[index] ?? 0);
  };
  const instantAt = (openMs: number, horizonMs: number): number | undefined => {
    while (openMsAt(drawnToMs) < openMs && drawnToMs < horizonMs) drawTo(drawnToMs);
    // The interval that ends the wanted time: the last one with less than that before it.
    const index = lastAtMost(before, openMs, "below");
    if (index < 0) return undefined;
    const atMs = (starts[index] ?? 0) + openMs - (before[index] ?? 0);
    return atMs <= (ends[index] ?? 0) && atMs <= horizonMs ? atMs : undefined;
  };
  return { openMsAt, instantAt };
}

/** Index of the last value that is at most (or below) `limit` in a list that does not fall; −1 where none is. */
function lastAtMost(
  values: readonly number[],
  limit: number,
  bound: "at-most" | "below" = "at-most",
): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle] ?? 0;
    if (bound === "below" ? value < limit : value <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
