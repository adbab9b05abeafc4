import assert from "node:assert/strict";
import { test } from "node:test";
import { formatExact, formatWhen, formatWhenWithDay } from "./when.ts";

const options = {
  now: new Date("2026-11-24T14:42:00Z"),
  locale: "es-AR",
  timeZone: "America/Argentina/Buenos_Aires",
  words: { today: "hoy", yesterday: "ayer" },
};

test("a moment of today is its time in 24 hours, in the tenant's zone", () => {
  assert.equal(formatWhen(new Date("2026-11-24T11:48:00Z"), options), "08:48");
});

test("the day changes at midnight of the tenant's zone, not of UTC", () => {
  // 01:30 UTC is still 22:30 of the day before in Buenos Aires.
  assert.equal(formatWhen(new Date("2026-11-24T01:30:00Z"), options), "ayer 22:30");
});

test("older moments are a short date, and a full one in another year", () => {
  assert.equal(formatWhen(new Date("2026-11-03T15:00:00Z"), options), "3 nov");
  assert.equal(formatWhen(new Date("2025-11-24T15:00:00Z"), options), "24/11/2025");
});

test("in a conversation today is named", () => {
  assert.equal(formatWhenWithDay(new Date("2026-11-24T11:48:00Z"), options), "hoy 08:48");
});

test("the exact form names the zone", () => {
  assert.match(
    formatExact(new Date("2026-11-24T11:48:00Z"), "es-AR", options.timeZone),
    /Argentina|GMT-3|ART/,
  );
});
