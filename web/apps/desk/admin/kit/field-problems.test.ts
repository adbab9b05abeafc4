import assert from "node:assert/strict";
import { test } from "node:test";
import { ProblemError } from "../../../../shared/api/problem.ts";
import { fieldProblems } from "./field-problems.ts";

function refusal(problem: Partial<ProblemError["problem"]>): ProblemError {
  return new ProblemError({ status: 422, code: "invalid", detail: "", ...problem });
}

test("a taken user name is said beside the user name, with the server's words", () => {
  const error = refusal({ key: "usernameTaken", params: { username: "ines" } });
  const found = fieldProblems(error, ["username"], { keys: { usernameTaken: "username" } });
  assert.deepEqual(found, {
    byField: { username: { kind: "error", word: "usernameTaken", params: { username: "ines" } } },
    general: false,
  });
});

test("a refusal that no field knows stays over the form", () => {
  assert.deepEqual(fieldProblems(refusal({ key: "platformOnly" }), ["name"]), { byField: {}, general: true });
  assert.equal(fieldProblems(new Error("?"), ["name"]).general, true);
  assert.equal(fieldProblems(null, ["name"]).general, false);
});

test("schema failures go to their field, the first of a union's branches that says something", () => {
  const error = refusal({
    errors: [
      { path: "body/email", rule: "const" },
      { path: "body/email", rule: "format" },
      { path: "body/name", rule: "minLength", limit: 1 },
      { path: "body/memberships/0/role", rule: "minLength", limit: 1 },
    ],
  });
  const { byField, general } = fieldProblems(error, ["email", "name", "memberships"]);
  assert.equal(general, false);
  assert.equal(byField["email"]?.word, "format");
  assert.equal(byField["name"]?.word, "required");
  assert.equal(byField["memberships"]?.word, "required");
});

test("nested settings are shown flat: the longest path wins", () => {
  const error = refusal({ errors: [{ path: "body/wrapUp/seconds", rule: "maximum", limit: 3600 }] });
  const { byField } = fieldProblems(error, ["wrapUpMode", "wrapUpSeconds"], {
    paths: { wrapUp: "wrapUpMode", "wrapUp/seconds": "wrapUpSeconds" },
  });
  assert.deepEqual(byField, { wrapUpSeconds: { kind: "rule", word: "maximum", params: { limit: 3600 } } });
});
