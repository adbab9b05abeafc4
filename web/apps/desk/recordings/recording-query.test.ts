import assert from "node:assert/strict";
import { test } from "node:test";
import { recordingQuery } from "./recording-query.ts";

const RANGE = { from: "2026-11-23T03:00:00.000Z", to: "2026-11-24T03:00:00.000Z" };
const query = (text: string) => recordingQuery(new URLSearchParams(text), RANGE);

test("a number is asked for by its digits, however it was typed", () => {
  assert.equal(query("number=%2B54 3483 42-0123").number, "543483420123");
});

test("two digits, or sixteen, are not asked for: the server would refuse them", () => {
  assert.equal("number" in query("number=34"), false);
  assert.equal("number" in query("number=1234567890123456"), false);
});

test("length and kind are taken from the known ones only", () => {
  assert.deepEqual(query("min=60&kind=voicemail"), { ...RANGE, minSeconds: 60, kind: "voicemail" });
  assert.deepEqual(query("min=-5&kind=film"), RANGE);
});
