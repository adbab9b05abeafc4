import assert from "node:assert/strict";
import { test } from "node:test";
import { DomainError } from "../../platform/index.ts";
import { intervalBorders } from "./intervals.ts";

const SANTA_FE = "America/Argentina/Buenos_Aires";

function borders(
  interval: "15m" | "30m" | "60m" | "day",
  from: string,
  to: string,
  zone = SANTA_FE,
): string[] {
  return intervalBorders(interval, { from: new Date(from), to: new Date(to), zone }).map((at) =>
    at.toISOString(),
  );
}

test("a half hour begins at :00 or :30, whatever the period begins with", () => {
  assert.deepEqual(borders("30m", "2026-03-10T13:12:00Z", "2026-03-10T14:01:00Z"), [
    "2026-03-10T13:00:00.000Z",
    "2026-03-10T13:30:00.000Z",
    "2026-03-10T14:00:00.000Z",
    "2026-03-10T14:30:00.000Z",
  ]);
});

test("a day is the zone's day", () => {
  assert.deepEqual(borders("day", "2026-03-10T03:00:00Z", "2026-03-11T03:00:00Z"), [
    "2026-03-10T03:00:00.000Z",
    "2026-03-11T03:00:00.000Z",
  ]);
});

test("hours are round on the clocks of a zone with an odd offset", () => {
  assert.deepEqual(borders("60m", "2026-03-10T00:20:00Z", "2026-03-10T01:00:00Z", "Asia/Kolkata"), [
    "2026-03-09T23:30:00.000Z",
    "2026-03-10T00:30:00.000Z",
    "2026-03-10T01:30:00.000Z",
  ]);
});

test("the day the clocks go back has 25 hours, and the day they go forward 23", () => {
  assert.equal(
    borders("60m", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "Europe/Madrid").length - 1,
    25,
  );
  assert.equal(
    borders("60m", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "Europe/Madrid").length - 1,
    23,
  );
  assert.deepEqual(borders("day", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "Europe/Madrid"), [
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ]);
});

test("a backward period, an unknown zone and a million intervals are refused", () => {
  const wrong = [
    () => borders("30m", "2026-03-10T14:00:00Z", "2026-03-10T13:00:00Z"),
    () => borders("30m", "2026-03-10T13:00:00Z", "2026-03-10T14:00:00Z", "Santa_Fe/Vera"),
    () => borders("15m", "2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
  ];
  for (const refused of wrong)
    assert.throws(refused, (error) => error instanceof DomainError && error.code === "invalid");
});
