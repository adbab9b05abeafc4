import assert from "node:assert/strict";
import { test } from "node:test";
import { pickLikely } from "./likely-topics.ts";

const leaf = (id: string, tenantId = "agua") => ({ id, tenantId, parentId: null, label: id, path: [id] });
const leaves = [leaf("a"), leaf("b"), leaf("c"), leaf("d"), leaf("e"), leaf("f"), leaf("x", "salud")];

test("what I use most comes first, then the organism's own topics, five in all", () => {
  const likely = pickLikely(leaves, "agua", ["x", "c", "c"]).map((topic) => topic.id);
  assert.deepEqual(likely, ["c", "x", "a", "b", "d"]);
});

test("a topic that no longer exists is not proposed", () => {
  assert.deepEqual(
    pickLikely([leaf("a")], "agua", ["gone"]).map((topic) => topic.id),
    ["a"],
  );
});
