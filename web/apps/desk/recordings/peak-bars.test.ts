import assert from "node:assert/strict";
import { test } from "node:test";
import { barPath, barsIn, peakBars } from "./peak-bars.ts";

test("a bar is as high as the loudest of its stretch", () => {
  assert.deepEqual(peakBars([0, 0.25, 1, 0], 2), [0.5, 1]);
});

test("a short recording fills the whole width: slices are repeated, none is lost", () => {
  assert.deepEqual(peakBars([1, 0.25], 4), [1, 1, 0.5, 0.5]);
});

test("silence is drawn as a line and what is too loud stays inside", () => {
  assert.deepEqual(peakBars([], 10), []);
  assert.deepEqual(peakBars([3], 1), [1]);
  assert.equal(barPath([0], 72), "M1 35.3V36.8");
});

test("a drawing of 900 pixels has 300 bars", () => {
  assert.equal(barsIn(900), 300);
});
