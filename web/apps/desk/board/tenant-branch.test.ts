import assert from "node:assert/strict";
import { test } from "node:test";
import { tenantBranch } from "./tenant-branch.ts";

test("a branch holds the organism and all below it, in any order, and nobody beside it", () => {
  const tenants = [
    { id: "office", parentId: "ministry" },
    { id: "province", parentId: null },
    { id: "ministry", parentId: "province" },
    { id: "town", parentId: "province" },
  ];
  assert.deepEqual([...tenantBranch(tenants, "ministry")].sort(), ["ministry", "office"]);
  assert.equal(tenantBranch(tenants, "province").size, 4);
});
