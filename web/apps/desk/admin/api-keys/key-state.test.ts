import assert from "node:assert/strict";
import { test } from "node:test";
import { keyState } from "./key-state.ts";

const now = Date.parse("2026-11-24T12:00:00Z");

test("a key works until it is revoked or its time is over", () => {
  assert.equal(keyState({ revokedAt: null, expiresAt: null }, now), "active");
  assert.equal(keyState({ revokedAt: null, expiresAt: "2026-11-24T12:00:01Z" }, now), "active");
  assert.equal(keyState({ revokedAt: null, expiresAt: "2026-11-24T12:00:00Z" }, now), "expired");
  assert.equal(keyState({ revokedAt: "2026-11-01T00:00:00Z", expiresAt: null }, now), "revoked");
});
