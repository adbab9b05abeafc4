import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCuil, formatDni, initials } from "./identity-number.ts";

test("a CUIL is written in its three parts", () => {
  assert.equal(formatCuil("27990142071"), "27-99014207-1");
  assert.equal(formatCuil("27-99014207-1"), "27-99014207-1");
});

test("a document is grouped by thousands, seven digits too", () => {
  assert.equal(formatDni("99014207"), "99.014.207");
  assert.equal(formatDni("9901420"), "9.901.420");
});

test("something that is no number of a person stays as it is", () => {
  assert.equal(formatCuil("123"), "123");
  assert.equal(formatDni("AB1"), "AB1");
});

test("the mark of a person has the first letters of the first and last name", () => {
  assert.equal(initials("Ramona del Carmen Ñandubay"), "RÑ");
  assert.equal(initials("Inés"), "I");
});
