import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { emergencyNumbers } from "../../emergency/emergency-numbers.ts";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const NODES: Record<string, FlowNode> = {
  help: { type: "emergency", code: "107", exits: {} },
  bye: BYE,
};

test("the caller hears one sentence and is connected, with its own counter", async () => {
  const call = fakeCall();
  call.leg.press(0, "5");
  assert.equal(await call.run(NODES), "emergency");
  assert.equal(call.leg.heard.length, 1);
  assert.equal(call.leg.heard[0]?.whole, true);
  assert.ok(call.leg.acts.includes("dial 107 emergency"));
  assert.deepEqual(call.services.news, [
    { kind: "emergency-begun", nodeId: "help", code: "107", via: "node" },
    { kind: "emergency-handed-off", nodeId: "help", code: "107", via: "node" },
  ]);
});

test("a busy emergency number is tried again", async () => {
  const call = fakeCall();
  call.leg.dialOutcomes.push("busy");
  assert.equal(await call.run(NODES), "emergency");
  assert.equal(call.leg.acts.filter((act) => act.startsWith("dial")).length, 2);
  assert.deepEqual(
    call.services.news.map((news) => news.kind),
    ["emergency-begun", "emergency-handed-off"],
  );
});

test("who cannot be connected is told what to dial, and it is counted as a failure", async () => {
  const call = fakeCall();
  call.leg.dialOutcomes.push("failed", "failed");
  assert.equal(await call.run(NODES), "emergency");
  assert.ok(call.leg.heard.some((sound) => sound.path === "digits(107)"));
  assert.deepEqual(
    call.services.news.map((news) => news.kind),
    ["emergency-begun", "emergency-failed"],
  );
});

test("a flow may have something better for who cannot be connected", async () => {
  const call = fakeCall();
  call.leg.dialOutcomes.push("failed", "failed");
  await call.run({
    ...NODES,
    help: { type: "emergency", code: "107", exits: { failed: "operator" } },
    operator: says("operator"),
  });
  assert.ok(call.leg.heard.some((sound) => sound.path === "operator"));
});

test("the short numbers of the province are known", () => {
  const codes = emergencyNumbers().map((number) => number.code);
  for (const code of ["911", "107", "100", "102", "103", "144"]) assert.ok(codes.includes(code), code);
  assert.equal(new Set(codes).size, codes.length);
});
