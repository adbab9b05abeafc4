import assert from "node:assert/strict";
import { test } from "node:test";
import { cutExcerpt, HIT_END, HIT_START, markHits } from "./mark-hits.ts";

const mark = (word: string) => `${HIT_START}${word}${HIT_END}`;

test("marks land on the original letters, accents and all", () => {
  const parts = markHits({
    original: "La Jubilación ya",
    folded: `la ${mark("jubilación")} ya`,
    prefix: null,
  });
  assert.deepEqual(parts, [
    { text: "La ", hit: false },
    { text: "Jubilación", hit: true },
    { text: " ya", hit: false },
  ]);
});

test("a half-typed last word marks the whole word it begins, not the middle of another", () => {
  const parts = markHits({ original: "Trámite intramite", folded: "tramite intramite", prefix: "tram" });
  assert.deepEqual(parts, [
    { text: "Trámite", hit: true },
    { text: " intramite", hit: false },
  ]);
});

test("where the folded text is not sign for sign, nothing is marked rather than the wrong letters", () => {
  const parts = markHits({ original: "uno dos", folded: mark("uno"), prefix: null });
  assert.deepEqual(parts, [{ text: "uno dos", hit: false }]);
});

test("signs outside the basic plane count as one", () => {
  const parts = markHits({ original: "🚌 colectivo", folded: `🚌 ${mark("colectivo")}`, prefix: null });
  assert.equal(parts.find(({ hit }) => hit)?.text, "colectivo");
});

test("an excerpt of a long text is cut at spaces around the found words", () => {
  const before = "palabra ".repeat(60);
  const original = `${before}licencia de conducir ${"relleno ".repeat(60)}`;
  const folded = original.replace("licencia", mark("licencia"));
  const parts = cutExcerpt({ original, folded, prefix: null });
  const text = parts.map((part) => part.text).join("");
  assert.ok(text.length <= 185, String(text.length));
  assert.match(text, /^…palabra .*licencia de conducir relleno.*relleno…$/);
  assert.equal(parts.find(({ hit }) => hit)?.text, "licencia");
});

test("an excerpt without found words is the beginning", () => {
  const text = cutExcerpt({ original: "a".repeat(50), folded: "a".repeat(50), prefix: null });
  assert.deepEqual(text, [{ text: "a".repeat(50), hit: false }]);
  const long = cutExcerpt({ original: "hola ".repeat(80), folded: "hola ".repeat(80), prefix: null });
  assert.match(long.map((part) => part.text).join(""), /^hola .*hola…$/);
});
