import assert from "node:assert/strict";
import { test } from "node:test";
import { dialable } from "./dialable.ts";

test("a number is recognised in the spellings people use", () => {
  assert.equal(dialable(" 03483 42-0142 "), "03483420142");
  assert.equal(dialable("+54 9 3482 (42) 0142"), "+5493482420142");
  assert.equal(dialable("147"), "147");
});

test("words, dates and two digits are no numbers to call", () => {
  assert.equal(dialable("Celina"), null);
  assert.equal(dialable("42"), null);
  assert.equal(dialable("24/11/2026"), null);
});
