import { openTimeline } from "./open-timeline.ts";
import type { HoursRules } from "./rules.ts";

/** A promise further away than this many calendar days has no date. */
const HORIZON_DAYS = 5 * 366;

/**
 * The instant at which `seconds` of open time have passed since `from`; a full last block ends at its
 * closing, not at the next opening. Undefined when the calendar does not open that much in five years.
 */
export function addBusinessTime(
  rules: HoursRules,
  { from, seconds }: { from: Date; seconds: number },
): Date | undefined {
  if (!(seconds >= 0)) throw new RangeError(`Business time goes forward: ${seconds} seconds`);
  const fromMs = from.getTime();
  if (rules.alwaysOpen || seconds === 0) return new Date(fromMs + seconds * 1000);
  const line = openTimeline(rules, fromMs);
  const atMs = line.instantAt(line.openMsAt(fromMs) + seconds * 1000, fromMs + HORIZON_DAYS * 86_400_000);
  return atMs === undefined ? undefined : new Date(atMs);
}

/** Seconds of open time in [from, to); 0 when `to` is not after `from` (clocks may step back). */
export function businessSecondsBetween(rules: HoursRules, { from, to }: { from: Date; to: Date }): number {
  const fromMs = from.getTime();
  const toMs = to.getTime();
  if (toMs <= fromMs) return 0;
  if (rules.alwaysOpen) return (toMs - fromMs) / 1000;
  const line = openTimeline(rules, fromMs);
  return (line.openMsAt(toMs) - line.openMsAt(fromMs)) / 1000;
}
