import { openIntervals } from "./open-intervals.ts";
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
  let remainingMs = seconds * 1000;
  for (const { startMs, endMs } of openIntervals(rules, fromMs, HORIZON_DAYS)) {
    const openFromMs = Math.max(startMs, fromMs);
    if (endMs <= openFromMs) continue;
    if (remainingMs <= endMs - openFromMs) return new Date(openFromMs + remainingMs);
    remainingMs -= endMs - openFromMs;
  }
  return undefined;
}

/** Seconds of open time in [from, to); 0 when `to` is not after `from` (clocks may step back). */
export function businessSecondsBetween(rules: HoursRules, { from, to }: { from: Date; to: Date }): number {
  const fromMs = from.getTime();
  const toMs = to.getTime();
  if (toMs <= fromMs) return 0;
  if (rules.alwaysOpen) return (toMs - fromMs) / 1000;
  const days = Math.ceil((toMs - fromMs) / 86_400_000) + 2;
  let openMs = 0;
  for (const { startMs, endMs } of openIntervals(rules, fromMs, days)) {
    if (startMs >= toMs) break;
    openMs += Math.max(0, Math.min(endMs, toMs) - Math.max(startMs, fromMs));
  }
  return openMs / 1000;
}
