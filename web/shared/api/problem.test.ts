import assert from "node:assert/strict";
import { test } from "node:test";
import { readProblem } from "./problem.ts";

test("a problem document keeps its code, key, params and the number to quote", () => {
  const problem = readProblem(
    409,
    {
      code: "conflict",
      key: "offer.gone",
      params: { name: "Agua" },
      detail: "Offer is gone",
      requestId: "r-1",
    },
    null,
  );
  assert.deepEqual(problem, {
    status: 409,
    code: "conflict",
    key: "offer.gone",
    params: { name: "Agua" },
    detail: "Offer is gone",
    requestId: "r-1",
  });
});

test("an answer that is no problem document still gets a code from its status", () => {
  assert.equal(readProblem(404, "<html>", null).code, "not-found");
  assert.equal(readProblem(502, null, "r-2").code, "unexpected");
  assert.equal(readProblem(502, null, "r-2").requestId, "r-2");
});
