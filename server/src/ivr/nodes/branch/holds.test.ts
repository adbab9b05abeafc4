import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./holds.ts";

const DATA = { dni: "30123456", area: "3492", tries: 2, empty: "", nothing: null };

test("typed digits equal a number of the same spelling", () => {
  assert.equal(holds({ variable: "dni", operator: "is", value: 30123456 }, DATA), true);
  assert.equal(holds({ variable: "dni", operator: "is-not", value: "30123456" }, DATA), false);
});

test("one-of and starts-with look at the text", () => {
  assert.equal(holds({ variable: "area", operator: "one-of", value: ["342", "3492"] }, DATA), true);
  assert.equal(holds({ variable: "area", operator: "starts-with", value: "34" }, DATA), true);
  assert.equal(holds({ variable: "area", operator: "starts-with", value: "11" }, DATA), false);
});

test("more-than and less-than compare numbers, and are false for what is none", () => {
  assert.equal(holds({ variable: "tries", operator: "more-than", value: 1 }, DATA), true);
  assert.equal(holds({ variable: "tries", operator: "less-than", value: "10" }, DATA), true);
  assert.equal(holds({ variable: "empty", operator: "less-than", value: 1 }, DATA), false);
  assert.equal(holds({ variable: "area", operator: "more-than", value: "many" }, DATA), false);
});

test("what was never collected is unknown, and equal to nothing", () => {
  for (const variable of ["empty", "nothing", "missing"]) {
    assert.equal(holds({ variable, operator: "unknown" }, DATA), true);
    assert.equal(holds({ variable, operator: "known" }, DATA), false);
  }
  assert.equal(holds({ variable: "missing", operator: "is", value: "null" }, DATA), false);
  assert.equal(holds({ variable: "missing", operator: "is-not", value: "x" }, DATA), true);
});
