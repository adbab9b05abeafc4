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
