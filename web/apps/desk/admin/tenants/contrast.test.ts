import assert from "node:assert/strict";
import { test } from "node:test";
import { contrastWithWhite } from "./contrast.ts";

test("contrast is that of WCAG: black 21, white 1, the accent 7.5", () => {
  assert.equal(Math.round(contrastWithWhite("#000000") ?? 0), 21);
  assert.equal(contrastWithWhite("#ffffff"), 1);
  assert.equal((contrastWithWhite("#0b5c74") ?? 0).toFixed(1), "7.5");
  assert.equal(contrastWithWhite("azul"), null);
});
