import assert from "node:assert/strict";
import { test } from "node:test";
import { parentOptions } from "./parent-options.ts";

const tree = [
  { id: "p", parentId: null, name: "Provincia" },
  { id: "m", parentId: "p", name: "Ministerio" },
  { id: "d", parentId: "m", name: "Dirección" },
  { id: "c", parentId: "p", name: "Comuna" },
];

test("nothing hangs under itself or what depends on it", () => {
  assert.deepEqual(
    parentOptions(tree, "m").map(({ value }) => value),
    ["p", "c"],
  );
});

test("all are offered to a new one, in the order of the tree", () => {
  assert.deepEqual(
    parentOptions(tree, null).map(({ value }) => value),
    ["p", "c", "m", "d"],
  );
});
