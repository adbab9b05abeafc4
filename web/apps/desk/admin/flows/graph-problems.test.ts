import assert from "node:assert/strict";
import { test } from "node:test";
import { ProblemError } from "../../../../shared/api/problem.ts";
import { groupedProblems, schemaProblems } from "./graph-problems.ts";

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

test("the same problem of a node is said once with its number; those whose words differ stay apart", () => {
  const problem = (nodeId: string, code: string, message: string) =>
    ({ severity: "error", code, nodeId, message }) as const;
  const groups = groupedProblems(
    [
      problem("menu", "dead-end", "1"),
      problem("menu", "dead-end", "2"),
      problem("menu", "bad-setting", "3"),
      problem("menu", "bad-setting", "4"),
      problem("say", "dead-end", "5"),
    ],
    new Set(["bad-setting"]),
  );
  assert.deepEqual(
    groups.map(({ problem: { nodeId, code }, count }) => [nodeId, code, count]),
    [
      ["menu", "dead-end", 2],
      ["menu", "bad-setting", 1],
      ["menu", "bad-setting", 1],
      ["say", "dead-end", 1],
    ],
  );
});
