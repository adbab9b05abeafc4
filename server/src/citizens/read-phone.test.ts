import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { maskPhone, phoneToDial, readPhone, showPhone } from "./read-phone.ts";

interface Vector {
  input: string;
  e164: string;
  type: string | null;
  valid: boolean;
  note: string;
}
const { vectors } = JSON.parse(
  readFileSync(new URL("./testing/phone-vectors.json", import.meta.url), "utf8"),
) as { vectors: Vector[] };

test("every published phone vector gives its ten digits, and dials back to its E.164", () => {
  assert.ok(vectors.length >= 9);
  for (const vector of vectors.filter((candidate) => candidate.valid)) {
    const reading = readPhone(vector.input);
    assert.equal(reading.kind, "national", vector.input);
    if (reading.kind !== "national") continue;
    assert.equal(reading.national, vector.e164.replace(/^\+549?/, ""), vector.input);
    assert.equal(reading.line, vector.type === "MOBILE" ? "mobile" : "unknown", vector.input);
    assert.equal(phoneToDial(reading.national, reading.line), vector.e164);
  }
});

test("vectors that are no dialable person's number are told apart, not stored as +54911", () => {
  const invalid = vectors.filter((vector) => !vector.valid).map((vector) => readPhone(vector.input));
  assert.deepEqual(invalid, [
    { kind: "short", code: "911" },
    { kind: "without-area", subscriber: "5066600" },
  ]);
});

test("one number in every spelling has one key", () => {
  const spellings = [
    "342 506-6600",
    "0342 15 506 6600",
    "(0342) 155066600",
    "+54 9 342 506-6600",
    "0054 9 342 5066600",
    "+54 342 15 506-6600",
    "5493425066600",
    "93425066600",
    "342155066600",
    "0342/15-5066600",
    "sip:+5493425066600@10.0.0.1:5060;user=phone",
    "tel:+54-9-342-506-6600",
    "0342 5066600 int. 12",
  ];
  for (const spelling of spellings) {
    const reading = readPhone(spelling);
    assert.equal(reading.kind === "national" && reading.national, "3425066600", spelling);
  }
});

test("short numbers of any kind are services and never a person's number", () => {
  for (const code of ["911", "107", "147", "19", "3372", "*611"]) {
    assert.equal(readPhone(code).kind, "short", code);
  }
});

test("foreign numbers keep their country", () => {
  assert.deepEqual(readPhone("+595 21 414 000"), { kind: "foreign", e164: "+59521414000" });
  assert.equal(phoneToDial("+59521414000", null), "+59521414000");
});

test("letters, an unknown area code and too many digits are no phone", () => {
  for (const raw of ["anonymous", "", "+", "0299999999999", "342 450 66001 22", "calle 12"]) {
    assert.equal(readPhone(raw).kind, "none", raw);
  }
});

test("a number is shown with its country and masked to four digits", () => {
  assert.equal(showPhone("3483420123", "mobile"), "+54 9 3483 42 0123");
  assert.equal(showPhone("3424506600", "unknown"), "+54 342 450 6600");
  assert.equal(maskPhone("3424506600"), "··· 6600");
});
