import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "./csv.ts";

const columns = [
  { id: "name", header: "Cola", value: (row: { name: string; n: number | null }) => row.name },
  { id: "n", header: "Esperan", value: (row: { name: string; n: number | null }) => row.n },
];

test("the export opens in a spreadsheet set to Argentina: byte-order mark, semicolons, decimal comma", () => {
  assert.equal(toCsv([{ name: "Energía", n: 1.5 }], columns), "\ufeffCola;Esperan\r\nEnergía;1,5\r\n");
});

test("text that a spreadsheet would run as a formula is made harmless", () => {
  for (const name of ["=1+1", "+54", "-2", "@x", "\t=1", "  =1", "\uff1d1"]) {
    assert.match(toCsv([{ name, n: null }], columns).split("\r\n")[1] ?? "", /^"?'/, JSON.stringify(name));
  }
});

test("a negative number stays a number", () => {
  assert.match(toCsv([{ name: "a", n: -3 }], columns), /a;-3/);
});

test("quotes and separators inside a text survive", () => {
  assert.match(toCsv([{ name: 'a "b"; c', n: null }], columns), /"a ""b""; c";/);
});
