import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addBusinessTime, businessSecondsBetween } from "./business-time.ts";
import { openStateAt } from "./open-state.ts";
import { type HoursRules, MINUTES_PER_DAY } from "./rules.ts";

const HOUR = 3600;
const office: HoursRules = {
  zone: "America/Argentina/Buenos_Aires",
  alwaysOpen: false,
  week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: 8 * 60, end: 18 * 60 })),
  holidays: [{ day: "2026-12-25", name: "Navidad", start: 0, end: MINUTES_PER_DAY }],
  exceptions: [],
};
const at = (text: string) => new Date(text);

test("a term that starts on Friday afternoon ends on Monday", () => {
  const due = addBusinessTime(office, { from: at("2026-11-27T16:00:00-03:00"), seconds: 4 * HOUR });
  assert.equal(due?.toISOString(), "2026-11-30T13:00:00.000Z");
});

test("a term that fills the day ends at its closing, not at the next opening", () => {
  const due = addBusinessTime(office, { from: at("2026-11-25T08:00:00-03:00"), seconds: 10 * HOUR });
  assert.equal(due?.toISOString(), "2026-11-25T21:00:00.000Z");
});

test("a term that starts on a holiday begins at the next opening", () => {
  const due = addBusinessTime(office, { from: at("2026-12-25T10:00:00-03:00"), seconds: HOUR });
  assert.equal(due?.toISOString(), "2026-12-28T12:00:00.000Z");
});

test("a week of open time is fifty hours, whatever lies between", () => {
  const seconds = businessSecondsBetween(office, {
    from: at("2026-11-23T00:00:00-03:00"),
    to: at("2026-11-30T00:00:00-03:00"),
  });
  assert.equal(seconds, 50 * HOUR);
});

test("a clock that stepped back gives no negative time", () => {
  assert.equal(
    businessSecondsBetween(office, { from: at("2026-11-25T15:00:00Z"), to: at("2026-11-25T14:00:00Z") }),
    0,
  );
});

test("a calendar that never opens gives no date", () => {
  assert.equal(
    addBusinessTime({ ...office, week: [] }, { from: at("2026-11-25T15:00:00Z"), seconds: 1 }),
    undefined,
  );
});

test("backward terms are refused", () => {
  assert.throws(() => addBusinessTime(office, { from: at("2026-11-25T15:00:00Z"), seconds: -1 }), RangeError);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: MINUTES_PER_DAY }), fc.integer({ min: 0, max: MINUTES_PER_DAY }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const anyRules = fc.record({
  zone: fc.constantFrom("America/Argentina/Buenos_Aires", "Europe/Madrid", "Australia/Lord_Howe"),
  alwaysOpen: fc.constant(false),
  week: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, minutes]) => ({ weekday, ...minutes })),
    { minLength: 1, maxLength: 10 },
  ),
  holidays: fc.array(
    span.map((minutes) => ({ day: "2026-10-05", name: "Feriado", ...minutes })),
    { maxLength: 2 },
  ),
  exceptions: fc.constant([]),
});
const instant = fc.date({
  min: at("2026-03-01T00:00:00Z"),
  max: at("2026-11-30T00:00:00Z"),
  noInvalidDate: true,
});

test("the time added is the time found between, on any calendar, through clock changes", () => {
  fc.assert(
    fc.property(anyRules, instant, fc.integer({ min: 0, max: 200 * HOUR }), (rules, from, seconds) => {
      const due = addBusinessTime(rules, { from, seconds });
      if (due) assert.equal(businessSecondsBetween(rules, { from, to: due }), seconds);
    }),
    { numRuns: 150 },
  );
});

test("what openState calls open is what business time counts", () => {
  fc.assert(
    fc.property(anyRules, instant, (rules, moment) => {
      // Openings and closings fall on whole minutes, so one second from a whole minute is of one kind.
      const minute = new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
      const seconds = businessSecondsBetween(rules, { from: minute, to: new Date(minute.getTime() + 1000) });
      assert.equal(seconds, openStateAt(rules, minute).open ? 1 : 0);
    }),
    { numRuns: 300 },
  );
});
