import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalNumber } from "./canonical-number.ts";

const SAME: [string, string[]][] = [
  [
    "+548005551111",
    ["0800-555-1111", "08005551111", "8005551111", "+54 800 555 1111", "00548005551111", "548005551111"],
  ],
  ["+543492431234", ["03492 43-1234", "3492431234", "+54 3492 431234", "+5493492431234", "03492 15 431234"]],
  ["147", ["147", "sip:147@10.0.0.1", "tel:147"]],
  ["911", ["911"]],
  ["+59824001234", ["+598 2400 1234", "0059824001234"]],
];

for (const [canonical, spellings] of SAME) {
  for (const spelling of spellings) {
    test(`${spelling} is ${canonical}`, () => assert.equal(canonicalNumber(spelling), canonical));
  }
}

test("what is no number is none", () => {
  for (const text of ["", "s", "anonymous", "mesa-de-ayuda", "7"])
    assert.equal(canonicalNumber(text), undefined);
});
