import assert from "node:assert/strict";
import { test } from "node:test";
import { pickLikely } from "./likely-topics.ts";

const leaf = (id: string) => ({ id, tenantId: "agua", parentId: null, label: id, path: [id], words: id });
const leaves = ["a", "b", "c", "d", "e", "f", "x"].map(leaf);

test("what I use most comes first, five in all", () => {
  const used = ["x", "c", "c", "a", "b", "d", "f"];
  assert.deepEqual(
    pickLikely(leaves, used).map((topic) => topic.id),
    ["c", "a", "b", "d", "f"],
  );
});

test("nothing is proposed before there is anything to go by, nor a topic that no longer exists", () => {
  assert.deepEqual(pickLikely(leaves, []), []);
  assert.deepEqual(pickLikely([leaf("a")], ["gone"]), []);
});
