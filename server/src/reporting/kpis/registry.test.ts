import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { KPIS } from "./registry.ts";

test("every folder is a figure in the registry, under its own name", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  assert.ok(folders.length >= 10);
  assert.deepEqual(KPIS.map((kpi) => kpi.id).sort(), folders.sort());
});

test("every figure and variant says its formula in both languages", () => {
  for (const kpi of KPIS) {
    for (const { id, formula, name } of kpi.variants) {
      for (const text of [formula.es, formula.en, name.es, name.en])
        assert.ok(text.length > 3, `${kpi.id} ${id}`);
      assert.notEqual(formula.es, formula.en);
    }
    const ids = kpi.variants.map((variant) => variant.id);
    assert.equal(new Set(ids).size, ids.length, kpi.id);
  }
});

test("an expression adds up columns of the row and reads nothing else", () => {
  for (const { id, variants } of KPIS) {
    for (const { numerator, denominator } of variants) {
      for (const expression of [numerator, denominator]) {
        assert.doesNotMatch(expression, /;|--|\b(select|from|join|update|delete|insert)\b/i, id);
        const columns = [...expression.matchAll(/\b([a-z_]+)\.[a-z_]+/g)].map((match) => match[1]);
        assert.deepEqual(
          [...new Set(columns)].filter((alias) => alias !== "f"),
          [],
          id,
        );
      }
    }
  }
});
