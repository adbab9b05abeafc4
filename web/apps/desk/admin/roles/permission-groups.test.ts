import assert from "node:assert/strict";
import { test } from "node:test";
import { PERMISSIONS } from "@vera/contracts/permissions";
import { PERMISSION_GROUPS } from "./permission-groups.ts";

test("every permission stands in exactly one group, so that none can be given unseen", () => {
  const grouped = PERMISSION_GROUPS.flatMap(({ permissions }) => permissions);
  assert.deepEqual([...grouped].sort(), [...PERMISSIONS].sort());
});
