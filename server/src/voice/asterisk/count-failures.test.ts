import assert from "node:assert/strict";
import { test } from "node:test";
import { FailureCount } from "./count-failures.ts";

const MINUTE_MS = 60_000;

test("ten failures within ten minutes are too many, of one address alone", () => {
  const count = new FailureCount();
  for (let n = 1; n <= 9; n += 1) {
    assert.equal(count.isTooMany("a", n), false);
    assert.equal(count.isTooMany("b", n), false);
  }
  assert.equal(count.isTooMany("a", 10 * MINUTE_MS), true);
  assert.equal(count.isTooMany("a", 10 * MINUTE_MS), false, "the counting begins anew");
});

test("who fails now and then is never too many", () => {
  const count = new FailureCount();
  for (let n = 0; n < 100; n += 1) assert.equal(count.isTooMany("a", n * 2 * MINUTE_MS), false);
});

test("a flood of addresses pushes out the oldest", () => {
  const count = new FailureCount();
  for (let n = 0; n < 9; n += 1) count.isTooMany("old", 0);
  for (let n = 0; n < 10_000; n += 1) count.isTooMany(`address-${n}`, 1);
  assert.equal(count.isTooMany("old", 2), false);
});
