import assert from "node:assert/strict";
import { test } from "node:test";
import { instantInZone } from "./instant-in-zone.ts";

test("a time on a clock of the zone becomes its instant", () => {
  assert.equal(
    instantInZone("2026-11-23T08:30", "America/Argentina/Buenos_Aires"),
    "2026-11-23T11:30:00.000Z",
  );
  assert.equal(instantInZone("2026-07-01T12:00", "Europe/Madrid"), "2026-07-01T10:00:00.000Z");
  assert.equal(instantInZone("2026-12-01T12:00", "Europe/Madrid"), "2026-12-01T11:00:00.000Z");
  assert.equal(instantInZone("mañana", "Europe/Madrid"), null);
});
