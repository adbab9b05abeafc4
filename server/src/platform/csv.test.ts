import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "./csv.ts";

test("cells that a spreadsheet would run are disarmed", () => {
  for (const text of ["=1+1", "+54", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "|calc"]) {
    const line = csvLine([text]).replace(/^"/, "");
    assert.ok(line.startsWith("'"), JSON.stringify(text));
  }
});

test("numbers, negative ones too, stay numbers", () => {
  assert.equal(csvLine([-5, "-5", 2.5, "-2,5"]), '-5,-5,2.5,"-2,5"\r\n');
});

test("commas, quotes and line ends are quoted; nothing is an empty cell", () => {
  assert.equal(csvLine(['a "b"', "c,d", "e\nf", null, undefined]), '"a ""b""","c,d","e\nf",,\r\n');
});
