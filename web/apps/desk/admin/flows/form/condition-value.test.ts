import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionValue, shownValue } from "./condition-value.ts";

test("what is typed becomes what the operator takes", () => {
  const of = (operator: "is" | "one-of" | "more-than" | "known", text: string) =>
    conditionValue({ variable: "x", operator }, text).value;
  assert.equal(of("is", "40"), "40");
  assert.deepEqual(of("one-of", "agua, energía ,"), ["agua", "energía"]);
  assert.equal(of("more-than", "40"), 40);
  assert.equal(of("more-than", "muchos"), "muchos");
  assert.equal(of("known", "x"), undefined);
});

test("a value is shown as it was typed", () => {
  assert.equal(shownValue({ variable: "x", operator: "one-of", value: ["a", "b"] }), "a, b");
  assert.equal(shownValue({ variable: "x", operator: "known" }), "");
});
