import assert from "node:assert/strict";
import { test } from "node:test";
import { CSRF_HEADER } from "@vera/contracts/identity";
import { CSRF_HEADER as SENT } from "./request.ts";

test("the header that the desk sends is the one the server asks for", () => {
  assert.equal(SENT, CSRF_HEADER);
});
