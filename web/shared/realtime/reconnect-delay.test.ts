import assert from "node:assert/strict";
import { test } from "node:test";
import { reconnectDelayMs } from "./reconnect-delay.ts";

test("the wait doubles with each failed attempt and stops growing at ten seconds", () => {
  assert.equal(reconnectDelayMs(0, 1), 500);
  assert.equal(reconnectDelayMs(1, 1), 1000);
  assert.equal(reconnectDelayMs(30, 1), 10_000);
});

test("chance takes away at most half of the wait", () => {
  assert.equal(reconnectDelayMs(3, 0), 2000);
  assert.equal(reconnectDelayMs(3, 1), 4000);
});
