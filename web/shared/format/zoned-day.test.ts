import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, dayOf, dayStart } from "./zoned-day.ts";

const BUENOS_AIRES = "America/Argentina/Buenos_Aires";

test("late in the evening the day of Buenos Aires is not yet the one of UTC", () => {
  assert.equal(dayOf(new Date("2026-11-24T02:30:00Z"), BUENOS_AIRES), "2026-11-23");
  assert.equal(dayOf(new Date("2026-11-24T03:00:00Z"), BUENOS_AIRES), "2026-11-24");
});

test("a day begins at midnight of its zone", () => {
  assert.equal(dayStart("2026-11-24", BUENOS_AIRES).toISOString(), "2026-11-24T03:00:00.000Z");
  assert.equal(dayStart("2026-11-24", "Asia/Kolkata").toISOString(), "2026-11-23T18:30:00.000Z");
});

test("a day on which the clocks change begins with the offset of before", () => {
  assert.equal(dayStart("2026-03-29", "Europe/Madrid").toISOString(), "2026-03-28T23:00:00.000Z");
  assert.equal(dayStart("2026-03-30", "Europe/Madrid").toISOString(), "2026-03-29T22:00:00.000Z");
});

test("days are added over the end of a month", () => {
  assert.equal(addDays("2026-11-30", 1), "2026-12-01");
  assert.equal(addDays("2026-03-01", -1), "2026-02-28");
});
