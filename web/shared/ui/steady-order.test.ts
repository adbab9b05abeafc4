import assert from "node:assert/strict";
import { test } from "node:test";
import { steadyOrder } from "./steady-order.ts";

test("rows do not jump under the hand: old ones keep their places, new ones come last, gone ones leave", () => {
  assert.deepEqual(steadyOrder(["a", "b", "c"], ["c", "d", "a"]), ["a", "c", "d"]);
});

test("an empty start takes the wanted order", () => {
  assert.deepEqual(steadyOrder([], ["b", "a"]), ["b", "a"]);
});
