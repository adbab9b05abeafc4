import assert from "node:assert/strict";
import { test } from "node:test";
import { manners } from "./town-manners.ts";

test("a number of the town rings and says that this is a demonstration, and which number it is", () => {
  const { ring, refusal, message } = manners("03424506600");
  assert.deepEqual({ ring, refusal }, { ring: true, refusal: null });
  assert.match(message ?? "", /demostración.*0, 3, 4, 2, 4, 5, 0, 6, 6, 0, 0/);
});

test("the last three digits make a number busy, not in use or nobody's", () => {
  assert.equal(manners("03424506486").refusal?.status, 486);
  assert.equal(manners("03424506404").refusal?.status, 404);
  assert.deepEqual(manners("03424506480"), { ring: true, refusal: null, message: null });
});

test("short numbers of services always answer", () => {
  for (const code of ["911", "107", "100", "144"]) assert.ok(manners(code).message, code);
});
