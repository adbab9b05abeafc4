import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const NODES: Record<string, FlowNode> = {
  ask: { type: "ticket-status", exits: { told: "bye", "not-found": "unknown", "no-input": "silent" } },
  unknown: says("unknown"),
  silent: says("silent"),
  bye: BYE,
};

test("a ticket's status is said with its number spelled", async () => {
  const call = fakeCall();
  call.services.ticket = { found: true, number: "VERA-1234-K", status: "en curso" };
  call.leg.press(1200, "123456#");
  await call.run(NODES);
  assert.deepEqual(call.services.asked, ["123456"]);
  assert.deepEqual(
    call.leg.heard.map((sound) => sound.path),
    ["ticket?", "El reclamo número", "ticket(VERA-1234-K)", "text(en curso)", "bye"],
  );
});

test("a number that is not found is asked for again, three times in all", async () => {
  const call = fakeCall();
  for (const atMs of [1200, 8000, 16_000]) call.leg.press(atMs, "999999#");
  await call.run(NODES);
  assert.equal(call.services.asked.length, 3);
  assert.ok(call.leg.heard.some((sound) => sound.path === "unknown"));
});

test("silence leaves by its own exit", async () => {
  const call = fakeCall();
  await call.run(NODES);
  assert.deepEqual(call.services.asked, []);
  assert.ok(call.leg.heard.some((sound) => sound.path === "silent"));
});
