import assert from "node:assert/strict";
import { test } from "node:test";
import { foldText, matchesWords } from "./fold-text.ts";

test("accents and capitals do not matter in a search", () => {
  assert.equal(foldText("Energía Ñandú"), "energia nandu");
});

test("small words need not match, unless nothing else was typed", () => {
  assert.equal(matchesWords("Sin agua, falta agua", "falta de la agua"), true);
  assert.equal(matchesWords("Sin agua", "falta de agua"), false);
  assert.equal(matchesWords("Desborde cloacal", "de"), true);
  assert.equal(matchesWords("Sin agua", "de"), false);
});

test("every word of the query must begin a word of the text, in any order", () => {
  assert.equal(matchesWords("Agua › Servicio › Falta de agua", "falta ag"), true);
  assert.equal(matchesWords("Agua › Servicio › Falta de agua", "falta luz"), false);
});
