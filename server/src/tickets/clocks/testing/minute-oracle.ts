import type { HoursRules } from "../../../tenants/index.ts";
import type { Pause, Turn } from "../ticket-clock.ts";

const MINUTE_MS = 60_000;

interface Life {
  readonly turns: readonly Turn[];
  readonly pauses: readonly Pause[];
  readonly targetSeconds: number;
  readonly at: Date;
  /** The oracle looks no further. */
  readonly endMs: number;
}

/**
 * Slow and plain on purpose: asks of each minute whether the office of that minute is open, by the sign on its door and
 * the wall clock of its zone, and counts. All instants must be whole minutes.
 */
export function minuteOracle({ turns, pauses, targetSeconds, at, endMs }: Life): {
  elapsedSeconds: number;
  dueAt: Date | null;
} {
  let counted = 0;
  let elapsedSeconds = 0;
  let dueAt: Date | null = null;
  for (let ms = turns[0]?.from.getTime() ?? endMs; ms < endMs; ms += MINUTE_MS) {
    const turn = turns.findLast(({ from }) => from.getTime() <= ms);
    const paused = pauses.some(({ from, until }) => from.getTime() <= ms && (!until || ms < until.getTime()));
    if (!turn || paused || !isOpen(turn.hours, ms)) continue;
    counted += 60;
    if (ms < at.getTime()) elapsedSeconds += 60;
    if (counted === targetSeconds) dueAt = new Date(ms + MINUTE_MS);
  }
  return { elapsedSeconds, dueAt };
}

const walls = new Map<string, Intl.DateTimeFormat>();
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function wallClock(zone: string, ms: number): { day: string; weekday: number; minute: number } {
  const format =
    walls.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      ...{ year: "numeric", month: "2-digit", day: "2-digit", weekday: "short" },
      ...{ hour: "2-digit", minute: "2-digit" },
    });
  walls.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return {
    day: `${part["year"]}-${part["month"]}-${part["day"]}`,
    weekday: WEEKDAYS.indexOf(part["weekday"] ?? "") + 1,
    minute: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
}

function isOpen(rules: HoursRules, ms: number): boolean {
  const { day, weekday, minute } = wallClock(rules.zone, ms);
  const within = ({ start, end }: { start: number; end: number }) => start <= minute && minute < end;
  let open =
    rules.week.some((span) => span.weekday === weekday && within(span)) &&
    !rules.holidays.some((holiday) => holiday.day === day && within(holiday));
  for (const { firstDay, lastDay, effect, spans } of rules.exceptions) {
    if (day < firstDay || day > lastDay) continue;
    if (effect === "open") open ||= spans.some(within);
    if (effect === "replace") open = spans.some(within);
    if (effect === "close") open &&= !(spans.length === 0 || spans.some(within));
  }
  return open;
}
