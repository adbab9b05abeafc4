import assert from "node:assert/strict";
import { test } from "node:test";
import { proposedUsername } from "./proposed-username.ts";

test("a user name is proposed from the first given and the last family name, without accents", () => {
  assert.equal(proposedUsername("Inés María Aromo"), "ines.aromo");
  assert.equal(proposedUsername("  Ñandú  D'Angelo "), "nandu.angelo");
  assert.equal(proposedUsername("Celina"), "celina");
  assert.equal(proposedUsername(" "), "");
});
