import assert from "node:assert/strict";
import { test } from "node:test";
import { clockInWords, formatClock, formatDuration } from "./clock.ts";

test("a clock shows minutes and two-digit seconds, and hours only when there are some", () => {
  assert.equal(formatClock(0), "0:00");
  assert.equal(formatClock(252_900), "4:12");
  assert.equal(formatClock(3_852_000), "1:04:12");
});

test("a clock never goes below zero when the browser's clock is behind", () => {
  assert.equal(formatClock(-4000), "0:00");
});

test("a screen reader hears the clock in whole words", () => {
  assert.equal(clockInWords(252_000, "es-AR"), "4 minutos 12 segundos");
  assert.equal(clockInWords(0, "es-AR"), "0 segundos");
  assert.equal(clockInWords(3_600_000, "en"), "1 hour");
});

test("a duration in a sentence keeps its two largest units", () => {
  assert.equal(formatDuration(17_280_000), "4\u00a0h 48\u00a0min");
  assert.equal(formatDuration(31_000), "31\u00a0s");
  assert.equal(formatDuration(7_200_000), "2\u00a0h");
  assert.equal(formatDuration(0), "0\u00a0s");
});
