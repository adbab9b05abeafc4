import assert from "node:assert/strict";
import { test } from "node:test";
import { ProblemError } from "../../../../shared/api/problem.ts";
import { schemaProblems } from "./graph-problems.ts";

test("a refusal of the schema is said once beside its node and setting", () => {
  const error = new ProblemError({
    status: 422,
    code: "invalid",
    detail: "",
    errors: [
      { path: "body/graph/nodes/menu/options/0/key", rule: "enum" },
      { path: "body/graph/nodes/menu/options/1/key", rule: "enum" },
      { path: "body/graph/start", rule: "pattern" },
    ],
  });
  assert.deepEqual(
    schemaProblems(error).map(({ nodeId, message }) => [nodeId, message]),
    [
      ["menu", "options"],
      [null, "graph/start"],
    ],
  );
});
