import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPhone } from "./phone.ts";

test("area codes of two, three and four digits are told apart", () => {
  assert.equal(formatPhone("+541145551234"), "+54 11 4555-1234");
  assert.equal(formatPhone("+543424506600"), "+54 342 450-6600");
  assert.equal(formatPhone("+543483420142"), "+54 3483 42-0142");
});

test("a national number without the country is the same number", () => {
  assert.equal(formatPhone("3483420142"), "+54 3483 42-0142");
  assert.equal(formatPhone("08005551111"), "08005551111");
});

test("the 9 of a mobile stays", () => {
  assert.equal(formatPhone("+5493482420142"), "+54 9 3482 42-0142");
});

test("what is not a full Argentine number is shown as it came", () => {
  assert.equal(formatPhone("107"), "107");
  assert.equal(formatPhone("+59899123456"), "+59899123456");
  assert.equal(formatPhone("anonymous"), "anonymous");
});
