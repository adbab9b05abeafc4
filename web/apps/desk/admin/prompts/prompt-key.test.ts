import assert from "node:assert/strict";
import { test } from "node:test";
import { isKey, proposedKey } from "./prompt-key.ts";

test("the key is proposed from the name, and is one that the server takes", () => {
  assert.equal(proposedKey("¡Bienvenida de Vera, 24 h!"), "bienvenida-de-vera-24-h");
  assert.ok(isKey(proposedKey("Ñandú ".repeat(30))));
  assert.equal(isKey(proposedKey("¿?")), false);
});
