import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { HoursRules } from "../../tenants/index.ts";
import { minuteOracle } from "./testing/minute-oracle.ts";
import { readClock, stretchesOf } from "./ticket-clock.ts";

const HOUR = 3600;
const MINUTE_MS = 60_000;
const at = (text: string): Date => new Date(text);
const weekdays = (start: number, end: number): HoursRules["week"] =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start, end }));
const office: HoursRules = {
  zone: "America/Argentina/Buenos_Aires",
  alwaysOpen: false,
  week: weekdays(8 * 60, 18 * 60),
  holidays: [{ day: "2026-12-08", name: "Inmaculada Concepción", start: 0, end: 1440 }],
  exceptions: [],
};
const morning: HoursRules = { ...office, week: weekdays(7 * 60, 13 * 60) };

describe("a ticket's clock", () => {
  test("goes on over offices, each counted by its own hours", () => {
    const stretches = stretchesOf({
      turns: [
        { from: at("2026-11-23T12:00:00-03:00"), hours: morning },
        { from: at("2026-11-23T16:00:00-03:00"), hours: office },
      ],
      pauses: [],
    });
    // One hour at the town hall (12–13), then the company's: two hours on Monday, one on Tuesday.
    const { elapsedSeconds, dueAt } = readClock(stretches, {
      targetSeconds: 4 * HOUR,
      at: at("2026-11-24T12:00:00Z"),
    });
    assert.deepEqual([elapsedSeconds, dueAt], [4 * HOUR, at("2026-11-24T09:00:00-03:00")]);
  });

  test("stands still while paused, and says why and no date", () => {
    const turns = [{ from: at("2026-11-23T08:00:00-03:00"), hours: office }];
    const from = at("2026-11-23T10:00:00-03:00");
    const open = stretchesOf({ turns, pauses: [{ from, until: null, reason: "waiting-citizen" }] });
    const reading = readClock(open, { targetSeconds: 4 * HOUR, at: at("2026-11-25T10:00:00-03:00") });
    assert.deepEqual(reading, {
      elapsedSeconds: 2 * HOUR,
      remainingSeconds: 2 * HOUR,
      dueAt: null,
      pausedBy: "waiting-citizen",
    });
    const until = at("2026-11-24T17:00:00-03:00");
    const answered = stretchesOf({ turns, pauses: [{ from, until, reason: "waiting-citizen" }] });
    const later = readClock(answered, { targetSeconds: 4 * HOUR, at: until });
    assert.deepEqual([later.dueAt, later.pausedBy], [at("2026-11-25T09:00:00-03:00"), null]);
  });

  test("moves its date when a decree published today closes a day that already passed", () => {
    const turn = { from: at("2026-11-23T08:00:00-03:00"), hours: office };
    const question = { targetSeconds: 15 * HOUR, at: at("2026-11-24T12:00:00-03:00") };
    const before = readClock(stretchesOf({ turns: [turn], pauses: [] }), question);
    const decree = { day: "2026-11-23", name: "Asueto", start: 13 * 60, end: 1440 };
    const hours = { ...office, holidays: [...office.holidays, decree] };
    const after = readClock(stretchesOf({ turns: [{ ...turn, hours }], pauses: [] }), question);
    assert.deepEqual([before.elapsedSeconds, before.dueAt], [14 * HOUR, at("2026-11-24T13:00:00-03:00")]);
    assert.deepEqual([after.elapsedSeconds, after.dueAt], [9 * HOUR, at("2026-11-24T18:00:00-03:00")]);
  });

  test("that is late says since when, also while it is paused", () => {
    const turns = [{ from: at("2026-11-23T08:00:00-03:00"), hours: office }];
    const pauses = [{ from: at("2026-11-23T15:00:00-03:00"), until: null, reason: "solved" }];
    const reading = readClock(stretchesOf({ turns, pauses }), {
      targetSeconds: 4 * HOUR,
      at: at("2026-11-30T15:00:00Z"),
    });
    assert.deepEqual([reading.remainingSeconds, reading.dueAt], [-3 * HOUR, at("2026-11-23T12:00:00-03:00")]);
  });
});

/** Spans after 5:00 only: of a repeated hour the calendar keeps the whole, the oracle each pass. */
const span = fc
  .tuple(fc.integer({ min: 300, max: 1440 }), fc.integer({ min: 300, max: 1440 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
/** Around the autumn change of clocks of Madrid (25 October 2026, a Sunday). */
const day = fc.constantFrom("2026-10-23", "2026-10-24", "2026-10-25", "2026-10-26", "2026-10-27");
const someHours = fc.record({
  zone: fc.constantFrom("America/Argentina/Buenos_Aires", "Europe/Madrid"),
  alwaysOpen: fc.constant(false),
  week: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, minutes]) => ({ weekday, ...minutes })),
    { minLength: 3, maxLength: 9 },
  ),
  holidays: fc.array(
    fc.tuple(day, span).map(([key, minutes]) => ({ day: key, name: "Feriado", ...minutes })),
    {
      maxLength: 2,
    },
  ),
  exceptions: fc.array(
    fc
      .tuple(day, span, fc.constantFrom("open" as const, "replace" as const, "close" as const))
      .map(([key, minutes, effect]) => ({
        firstDay: key,
        lastDay: key,
        name: "Excepción",
        effect,
        spans: [minutes],
      })),
    { maxLength: 2 },
  ),
});
const START_MS = Date.parse("2026-10-23T03:00:00Z");
const minute = fc.integer({ min: 0, max: 4 * 1440 }).map((n) => new Date(START_MS + n * MINUTE_MS));
const life = fc.record({
  turns: fc.array(fc.record({ from: minute, hours: someHours }), { minLength: 1, maxLength: 3 }),
  pauses: fc.array(
    fc.tuple(minute, minute).map(([a, b]) => ({
      from: a < b ? a : b,
      until: a < b ? b : a,
      reason: "waiting-citizen",
    })),
    { maxLength: 2 },
  ),
  targetSeconds: fc.integer({ min: 1, max: 40 * 60 }).map((minutes) => minutes * 60),
  at: minute,
});

test("it agrees with an oracle that walks minute by minute, on any hours, turns and pauses", () => {
  fc.assert(
    fc.property(life, ({ turns, pauses, targetSeconds, at: now }) => {
      const sorted = [...turns].sort((one, other) => one.from.getTime() - other.from.getTime());
      const known = sorted.filter(({ from }, index) => from.getTime() !== sorted[index + 1]?.from.getTime());
      const endMs = START_MS + 5 * 1440 * MINUTE_MS;
      const truth = minuteOracle({ turns: known, pauses, targetSeconds, at: now, endMs });
      const reading = readClock(stretchesOf({ turns: known, pauses }), { targetSeconds, at: now });
      assert.equal(reading.elapsedSeconds, truth.elapsedSeconds);
      if (truth.dueAt) assert.equal(reading.dueAt?.toISOString(), truth.dueAt.toISOString());
      else assert.ok(reading.dueAt === null || reading.dueAt.getTime() > endMs);
    }),
    { numRuns: 150 },
  );
});
