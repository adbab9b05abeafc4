import assert from "node:assert/strict";
import { test } from "node:test";
import { textBlocks } from "@vera/contracts/text-blocks";

test("paragraphs keep their line breaks, and an empty line ends one", () => {
  assert.deepEqual(textBlocks("Traé el DNI\noriginal.\n\nEs gratis."), [
    { kind: "paragraph", text: "Traé el DNI\noriginal." },
    { kind: "paragraph", text: "Es gratis." },
  ]);
});

test("lines with a dash are a list, also right after a sentence", () => {
  assert.deepEqual(textBlocks("Necesitás:\n- DNI\n- Boleta\r\n• Foto\nDespués te llaman."), [
    { kind: "paragraph", text: "Necesitás:" },
    { kind: "list", ordered: false, items: ["DNI", "Boleta", "Foto"] },
    { kind: "paragraph", text: "Después te llaman." },
  ]);
});

test("numbered steps are a list of their own", () => {
  assert.deepEqual(textBlocks("- uno\n1. primero\n2) segundo"), [
    { kind: "list", ordered: false, items: ["uno"] },
    { kind: "list", ordered: true, items: ["primero", "segundo"] },
  ]);
});

test("what only looks like a list is text: a price, a range, a date, tags", () => {
  for (const text of [
    "-5 grados",
    "8 a 12",
    "24.11.2026 vence",
    "<script>alert(1)</script>",
    "2026. Año nuevo",
  ])
    assert.deepEqual(textBlocks(text), [{ kind: "paragraph", text }]);
  assert.deepEqual(textBlocks("\n \n"), []);
});
