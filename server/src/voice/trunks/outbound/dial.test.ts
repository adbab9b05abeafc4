import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type TrunkBench, trunkBench } from "../../testing/trunk-bench.ts";
import type { SipCall } from "../../user-agent/sip-call.ts";
import type { IncomingCall } from "../../user-agent/sip-callee.ts";
import { placeCall } from "../../user-agent/sip-caller.ts";

let bench: TrunkBench;
before(async () => {
  bench = await trunkBench();
});
beforeEach(() => bench.open());
afterEach(() => bench.reset());
after(() => bench?.close());

test("a call that fails on two trunks and is answered on the third is three seizures", async () => {
  let talk: SipCall | undefined;
  const x = await bench.carrier("X", (call) => call.refuse(503, "Service Unavailable"));
  const y = await bench.carrier("Y", (call) => call.refuse(500, "Server Error"));
  const z = await bench.carrier("Z", (call) => {
    assert.equal(call.to, "543424123456");
    assert.equal(call.from, "543424506600");
    call.ring();
    talk = call.answer();
  });
  await bench.allow([x, y, z]);
  let rang = 0;
  const outcome = await bench.dial("0342 4123456", {
    onRinging: () => {
      rang += 1;
    },
  });
  assert.equal(outcome.status, "answered");
  assert.equal(rang, 1);
  await sleep(1_100);
  await talk?.hangup();
  await bench.seizuresWritten(3);
  assert.deepEqual(
    bench.ended.map(({ trunkName, outcome }) => `${trunkName} ${outcome}`),
    ["X failed", "Y failed", "Z answered"],
  );
  const [, , last] = bench.ended;
  assert.ok(last && last.talkSeconds >= 1 && last.talkSeconds < 2, `talked ${last?.talkSeconds} s`);
});

test("busy, declined and silent are the called side's word: no other trunk is tried", async () => {
  const answers = [
    (call: IncomingCall) => call.refuse(486, "Busy Here"),
    (call: IncomingCall) => call.refuse(603, "Decline"),
    (call: IncomingCall) => call.ring(),
  ];
  const first = await bench.carrier("uno", (call) => answers.shift()?.(call));
  const second = await bench.carrier("dos", (call) => call.refuse(503));
  await bench.allow([first, second]);
  assert.deepEqual(await bench.dial("+543424123456"), { status: "busy" });
  assert.deepEqual(await bench.dial("+543424123456"), { status: "rejected" });
  assert.deepEqual(await bench.dial("+543424123456", { timeoutSeconds: 1 }), { status: "no-answer" });
  assert.deepEqual(
    bench.ended.map(({ trunkName, outcome }) => `${trunkName} ${outcome}`),
    ["uno busy", "uno rejected", "uno no-answer"],
  );
});

test("an agent who changes their mind while it rings takes the call back", async () => {
  const cancelled = Promise.withResolvers<void>();
  const trunk = await bench.carrier("uno", (call) => {
    call.ring();
    void call.cancelled.then(cancelled.resolve);
  });
  await bench.allow([trunk]);
  const stop = new AbortController();
  const outcome = bench.dial("+543424123456", { signal: stop.signal, onRinging: () => stop.abort() });
  assert.deepEqual(await outcome, { status: "cancelled" });
  await cancelled.promise;
  assert.equal(bench.ended[0]?.outcome, "cancelled");
});

test("nothing leaves that the tenant's policy does not allow", async () => {
  let left = 0;
  const trunk = await bench.carrier("uno", () => {
    left += 1;
  });
  await assert.rejects(bench.dial("+543424123456"), /no outbound policy/);
  await bench.allow([trunk], { prefixes: ["54342"] });
  const foreign = [
    "+12025550123",
    "00 1 202 555 0123",
    "+2348012345678",
    "011 4444 5555",
    "0600 555 1234",
    "911",
    "*611",
  ];
  for (const number of foreign)
    await assert.rejects(bench.dial(number), /may not call|not a telephone/, number);
  await assert.rejects(bench.dial("4123456"), /area code/);
  assert.equal(left, 0);
  assert.equal(bench.ended.length, 0);
});

test("the caps on calls at a time hold also for calls that begin at once", async () => {
  let talking = 0;
  const small = await bench.carrier(
    "chico",
    (call) => {
      talking += 1;
      call.answer();
    },
    { maxCalls: 2 },
  );
  await bench.allow([small], { maxCalls: 50 });
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => bench.dial("+543424123456")));
  assert.deepEqual(outcomes.map((outcome) => outcome.status).toSorted(), [
    "answered",
    "answered",
    "failed",
    "failed",
    "failed",
  ]);
  assert.equal(talking, 2);
  for (const { id } of await bench.ari.call("GET /channels"))
    await bench.ari.call("DELETE /channels/{channelId}", { channelId: id });
  await bench.seizuresWritten(2);
});

test("an inbound call is a seizure of its trunk, with its talk time", async () => {
  await bench.carrier("entrada", () => undefined);
  const started = bench.ari.waitFor("StasisStart", () => true, 15_000);
  const call = await placeCall({ ...bench.asterisk.sip, from: "3424123456", to: "148" });
  const { channel } = await started;
  await bench.ari.call("POST /channels/{channelId}/answer", { channelId: channel.id });
  await call.answered();
  await sleep(600);
  await call.hangup();
  await bench.seizuresWritten(1);
  const [seizure] = bench.ended;
  assert.equal(seizure?.direction, "inbound");
  assert.equal(seizure?.outcome, "answered");
  assert.ok(seizure && seizure.talkSeconds > 0.4 && seizure.talkSeconds < 2);
});
