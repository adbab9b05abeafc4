import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanText } from "./clean-body.ts";
import { HIT_END, HIT_START } from "./search/mark-hits.ts";
import { foldText, queryWords } from "./search/read-query.ts";

test("a kept text has composed letters, plain line breaks, and no sign that could pass for a mark", () => {
  assert.equal(cleanText(`  n${HIT_START}in\u0303o${HIT_END}\u0000\r\n\r\n\r\n\r\nfin \t `), "niño\n\nfin");
});

test("folding keeps one sign for each sign", () => {
  for (const text of ["Ñandú güe", "İstanbul", "½ º ﬁ 🚌", "ÁÉÍÓÚ"]) {
    assert.equal([...foldText(text)].length, [...text].length, text);
  }
});

test("words of a question carry no operators", () => {
  assert.deepEqual(queryWords("¿Cómo saco el D.N.I.? & | ! :*"), ["como", "saco", "el", "d", "n", "i"]);
});
