import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const NODES: Record<string, FlowNode> = {
  ask: {
    type: "callback",
    queueId: "00000000-0000-7000-8000-000000000001",
    exits: { requested: "thanks", refused: "sorry", "no-input": "silent" },
  },
  thanks: says("thanks"),
  sorry: says("sorry"),
  silent: says("silent"),
  bye: BYE,
};

test("the caller's own number is agreed on with one key", async () => {
  const call = fakeCall();
  call.leg.press(3500, "1");
  await call.run(NODES);
  assert.deepEqual(call.services.callbacksAsked, ["+543492431234"]);
  assert.ok(call.leg.heard.some((sound) => sound.path === "thanks"));
});

test("a caller without a number types one, which is read back", async () => {
  const call = fakeCall({ callerNumber: null });
  call.leg.press(1500, "03424501234#");
  call.leg.press(9000, "1");
  await call.run(NODES);
  assert.deepEqual(call.services.callbacksAsked, ["+543424501234"]);
  assert.ok(call.leg.heard.some((sound) => sound.path === "digits(3424501234)"));
});

test("a number that nobody has is refused and asked for again", async () => {
  const call = fakeCall({ callerNumber: null });
  call.leg.press(1500, "12345#");
  call.leg.press(8000, "3424501234#");
  call.leg.press(15_000, "1");
  await call.run(NODES);
  assert.deepEqual(call.services.callbacksAsked, ["+543424501234"]);
});

test("silence asks nothing of the queue", async () => {
  const call = fakeCall();
  await call.run(NODES);
  assert.deepEqual(call.services.callbacksAsked, []);
  assert.ok(call.leg.heard.some((sound) => sound.path === "silent"));
});

test("who always answers no is not asked for ever", async () => {
  const call = fakeCall();
  for (let atMs = 3500; atMs < 200_000; atMs += 500) call.leg.press(atMs, "2");
  await call.run(NODES);
  assert.ok(call.leg.nowMs < 180_000);
});

test("a queue that takes no callbacks leads to its exit", async () => {
  const call = fakeCall();
  call.services.callbacksTaken = false;
  call.leg.press(3500, "1");
  await call.run(NODES);
  assert.ok(call.leg.heard.some((sound) => sound.path === "sorry"));
});
