import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const NODES: Record<string, FlowNode> = {
  ask: {
    type: "voicemail",
    say: [{ text: "after the tone" }],
    queueId: "00000000-0000-7000-8000-000000000001",
    maxSeconds: 60,
    exits: { left: "thanks", empty: "nothing" },
  },
  thanks: says("thanks"),
  nothing: says("nothing"),
  bye: BYE,
};

test("a message is kept and thanked for", async () => {
  const call = fakeCall();
  call.leg.press(12_000, "#");
  await call.run(NODES);
  assert.deepEqual(
    call.services.voicemails.map((kept) => kept.durationSeconds),
    [11],
  );
  assert.ok(call.leg.heard.some((sound) => sound.path === "thanks"));
});

test("a message is kept when the caller hangs up instead of pressing a key", async () => {
  const call = fakeCall();
  call.leg.hangUp(9000);
  assert.equal(await call.run(NODES), "abandoned");
  assert.deepEqual(
    call.services.voicemails.map((kept) => kept.durationSeconds),
    [8],
  );
  assert.deepEqual(
    call.services.news.map((news) => news.kind === "step" && news.exit),
    ["left"],
  );
});

test("a click is no message, and its file goes", async () => {
  const call = fakeCall({ voicemail: { durationSeconds: 0.4 } });
  await call.run(NODES);
  assert.deepEqual(call.services.voicemails, []);
  assert.equal(call.services.discarded.length, 1);
  assert.ok(call.leg.heard.some((sound) => sound.path === "nothing"));
});

test("a key pressed during the greeting starts the recording, it does not end it", async () => {
  const call = fakeCall({ soundMs: 10_000 });
  call.leg.press(2000, "5");
  await call.run(NODES);
  assert.deepEqual(
    call.services.voicemails.map((kept) => kept.durationSeconds),
    [60],
  );
});
