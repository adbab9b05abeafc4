import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  documentOfCuil,
  maskDocument,
  readCuil,
  readCuit,
  readDni,
  readPassport,
  showCuit,
  showDni,
} from "./read-document.ts";

interface Vector {
  input: string;
  valid: boolean | null;
  compact?: string;
}
const vectors = JSON.parse(
  readFileSync(new URL("./testing/cuit-dni-vectors.json", import.meta.url), "utf8"),
) as { cuit: Vector[]; dni: Vector[] };

test("CUIT vectors are accepted and refused as published", () => {
  const judged = vectors.cuit.filter((vector) => vector.valid !== null);
  assert.ok(judged.length >= 6);
  for (const { input, valid } of judged) assert.equal(readCuit(input).ok, valid, input);
});

test("a number whose rule gives 10 is refused: it was never issued under that type", () => {
  assert.deepEqual(readCuit("27-20000006-9"), { ok: false, error: "check-digit" });
  assert.equal(readCuit("23-20000006-4").ok, true);
});

test("any single wrong digit in a CUIL is noticed", () => {
  const right = "20055361682";
  for (let at = 2; at < 11; at += 1) {
    for (let digit = 0; digit <= 9; digit += 1) {
      if (String(digit) === right[at]) continue;
      const wrong = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
      assert.equal(readCuil(wrong).ok, false, wrong);
    }
  }
});

test("an organisation's CUIT is no CUIL", () => {
  assert.deepEqual(readCuil("30-54668997-9"), { ok: false, error: "organisation" });
});

test("each refusal of a CUIL says what is wrong", () => {
  assert.deepEqual(readCuil("20-0553616-2"), { ok: false, error: "length" });
  assert.deepEqual(readCuil("99055361682"), { ok: false, error: "type" });
  assert.deepEqual(readCuil("20O55361682"), { ok: false, error: "characters" });
});

test("DNI vectors are accepted and refused as published", () => {
  for (const { input, valid, compact } of vectors.dni) {
    const reading = readDni(input);
    assert.equal(reading.ok, valid, input);
    if (reading.ok) assert.equal(reading.value, compact);
  }
});

test("a DNI is read in the forms people use", () => {
  for (const raw of ["5.536.168", "05536168", "DNI 5536168", "D.N.I.: 5.536.168", "M5536168", "LE 5536168"]) {
    assert.deepEqual(readDni(raw), { ok: true, value: "5536168" }, raw);
  }
  assert.equal(readDni("12345").ok, false);
  assert.equal(readDni("20.123.45A").ok, false);
});

test("a passport keeps letters and digits", () => {
  assert.deepEqual(readPassport("aab 123456"), { ok: true, value: "AAB123456" });
  assert.equal(readPassport("ABCDEF").ok, false);
});

test("documents are shown as written and masked to three digits", () => {
  assert.equal(showDni("5536168"), "5.536.168");
  assert.equal(showCuit("20055361682"), "20-05536168-2");
  assert.equal(documentOfCuil("20055361682"), "5536168");
  assert.equal(maskDocument("20123456"), "···456");
});
