import assert from "node:assert/strict";
import { test } from "node:test";
import { formatBytes, formatCount, formatShare } from "./number.ts";

test("a share is written the Argentine way, with a space that does not break", () => {
  assert.equal(formatShare(0.784, "es-AR"), "78,4\u00a0%");
  assert.equal(formatShare(0.784, "en"), "78.4\u00a0%");
});

test("a share nobody measured is a dash", () => {
  assert.equal(formatShare(null, "es-AR"), "–");
});

test("thousands carry a point in Spanish", () => {
  assert.equal(formatCount(12345, "es-AR"), "12.345");
});

test("sizes of files keep at most one decimal", () => {
  assert.equal(formatBytes(412_000, "es-AR"), "412\u00a0kB");
  assert.equal(formatBytes(1_440_000, "es-AR"), "1,4\u00a0MB");
});
