import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const TRANSFER: FlowNode = {
  type: "transfer",
  number: "03424500000",
  say: [{ text: "one moment" }],
  timeoutSeconds: 20,
  exits: { busy: "busy", "no-answer": "nobody", failed: "broken" },
};
const NODES = {
  go: TRANSFER,
  busy: says("busy"),
  nobody: says("nobody"),
  broken: says("broken"),
  after: says("after"),
  bye: BYE,
};

test("the call ends with the talk it was handed to", async () => {
  const call = fakeCall();
  assert.equal(await call.run(NODES), "transferred");
  assert.ok(call.leg.acts.includes("dial 03424500000 transfer"));
  assert.ok(call.leg.nowMs > 30_000, "the talk was waited for");
});

test("the flow goes on after the talk where that is wired", async () => {
  const call = fakeCall();
  await call.run({ ...NODES, go: { ...TRANSFER, exits: { ...TRANSFER.exits, finished: "after" } } });
  assert.ok(call.leg.heard.some((sound) => sound.path === "after"));
});

for (const [status, words] of [
  ["busy", "busy"],
  ["no-answer", "nobody"],
  ["rejected", "broken"],
  ["failed", "broken"],
] as const) {
  test(`a number that is ${status} leads on`, async () => {
    const call = fakeCall();
    call.leg.dialOutcomes.push(status);
    await call.run(NODES);
    assert.ok(call.leg.heard.some((sound) => sound.path === words));
  });
}

test("a talk that outlived our process is waited for, not dialled again", async () => {
  const call = fakeCall();
  call.leg.adoptDial(60_000);
  assert.equal(await call.run(NODES, { resumeAt: { nodeId: "go", memory: {} } }), "transferred");
  assert.ok(!call.leg.acts.some((act) => act.startsWith("dial")));
});
