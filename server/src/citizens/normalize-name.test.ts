import assert from "node:assert/strict";
import { test } from "node:test";
import { displayName, nameWords, normalizeName, searchName } from "./normalize-name.ts";

test("accents, case, ñ, apostrophes and hyphens do not matter", () => {
  assert.equal(normalizeName("  Núñez-D'Ángelo,  José "), "nunez dangelo jose");
});

test("words are taken once, in the order typed", () => {
  assert.deepEqual(nameWords("Pérez perez Ana"), ["perez", "ana"]);
  assert.deepEqual(nameWords(" ,. "), []);
});

test("the chosen name is shown first, and every name is searchable", () => {
  const names = { givenName: "Juan", familyName: "Ñandubay", chosenName: "Juana" };
  assert.equal(displayName(names), "Juana Ñandubay");
  assert.equal(searchName(names), " juan nandubay juana ");
});
