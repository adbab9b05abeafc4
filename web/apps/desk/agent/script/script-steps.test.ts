import assert from "node:assert/strict";
import { test } from "node:test";
import { currentStep, neighbourStep } from "./script-steps.ts";

test("the script stands on the chosen step, otherwise on the first that is not done", () => {
  assert.equal(currentStep(null, []), "greet");
  assert.equal(currentStep(null, ["greet", "listen"]), "inform");
  assert.equal(currentStep("listen", ["greet", "listen"]), "listen");
  assert.equal(currentStep("unknown", ["greet"]), "listen");
});

test("when all is done it stays on the close", () => {
  assert.equal(currentStep(null, ["greet", "listen", "inform", "register", "close"]), "close");
});

test("before the first and after the last step there is none", () => {
  assert.equal(neighbourStep("greet", -1), null);
  assert.equal(neighbourStep("close", 1), null);
  assert.equal(neighbourStep("listen", 1), "inform");
});
