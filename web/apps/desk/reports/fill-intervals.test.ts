import assert from "node:assert/strict";
import { test } from "node:test";
import type { IntervalRow } from "@vera/contracts/reporting";
import { periodRange } from "../period/period.ts";
import { fillIntervals, trimSeries } from "./fill-intervals.ts";

const ZONE = "America/Argentina/Buenos_Aires";
const NOW = new Date("2026-11-23T15:10:00Z");
const today = periodRange({ period: "today", from: null, to: null }, NOW, ZONE);
const row = (start: string, numerator: number, denominator: number): IntervalRow => ({
  start,
  end: start,
  group: null,
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
});

test("half hours without calls are holes, and the hours to come are not drawn", () => {
  const series = fillIntervals([row("2026-11-23T14:00:00.000Z", 1, 2)], {
    range: today,
    interval: "30m",
    zone: ZONE,
    now: NOW.getTime(),
  });
  assert.equal(series.starts.length, 25);
  assert.equal(series.values.filter((value) => value !== null).length, 1);
  assert.equal(series.values[22], 0.5);
});

test("days are cut at midnight of the zone", () => {
  const week = periodRange({ period: "7d", from: null, to: null }, NOW, ZONE);
  const series = fillIntervals([], { range: week, interval: "day", zone: ZONE, now: NOW.getTime() });
  assert.equal(series.starts.length, 7);
  assert.equal(new Date((series.starts[0] ?? 0) * 1000).toISOString(), "2026-11-17T03:00:00.000Z");
});

test("the night before the first call and after the last is cut off, a hole between stays", () => {
  const series = trimSeries({
    starts: [1, 2, 3, 4, 5],
    values: [null, 0.5, null, 1, null],
    denominators: [0, 2, 0, 1, 0],
  });
  assert.deepEqual(series, { starts: [2, 3, 4], values: [0.5, null, 1], denominators: [2, 0, 1] });
  assert.deepEqual(trimSeries({ starts: [1], values: [null], denominators: [0] }).starts, []);
});
