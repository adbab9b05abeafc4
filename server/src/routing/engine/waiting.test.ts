import assert from "node:assert/strict";
import { test } from "node:test";
import { anAgent, aQueue } from "../testing/centre.ts";
import { call, centre, hangUp, of, offersIn, ready, START, talk } from "../testing/small-centre.ts";
import { nextWakeAt } from "./engine.ts";
import { placeOf } from "./estimate.ts";

test("requirements relax in steps with the wait", () => {
  const queue = aQueue("water", {
    requirements: [{ skillId: "water", minimumLevel: 4 }],
    relaxSteps: [
      { afterMs: 30_000, requirements: [{ skillId: "water", minimumLevel: 2 }] },
      { afterMs: 60_000, requirements: [] },
    ],
  });
  const c = centre([queue], [anAgent("beginner", { water: 2 }), anAgent("stranger")]);
  c.at(0).does(...ready("stranger"), call("one"), call("two"));
  assert.deepEqual(offersIn(c.at(1_000).does(...ready("beginner"))), []);
  assert.equal(nextWakeAt(c.engine), START + 30_000);
  assert.deepEqual(offersIn(c.at(30_000).does({ kind: "tick" })), ["one→beginner"]);
  assert.deepEqual(offersIn(c.at(60_000).does({ kind: "tick" })), ["one→stranger"]);
});

test("a full queue overflows to another one, or back to the flow", () => {
  const full = aQueue("water", { maxWaiting: 1, overflow: { kind: "queue", queueId: "general" } });
  const c = centre([full, aQueue("general", { maxWaiting: 1 })], []);
  c.does(call("one"));
  const second = c.does(call("two"));
  assert.deepEqual(
    of(second, "interaction.queued").map((d) => [d.queueId, d.fromQueueId]),
    [
      ["water", null],
      ["general", "water"],
    ],
  );
  const third = of(c.does(call("three")), "interaction.dequeued");
  assert.deepEqual(
    third.map((d) => [d.queueId, d.reason, d.toQueueId]),
    [
      ["water", "overflow", "general"],
      ["general", "overflow", null],
    ],
  );
  assert.equal(c.engine.interactions.size, 2);
});

test("patience ends: the call leaves with a timeout", () => {
  const c = centre([aQueue("water", { maxWaitMs: 90_000 })], []);
  c.at(0).does(call("one"));
  assert.deepEqual(
    of(c.at(90_000).does({ kind: "tick" }), "interaction.dequeued").map((d) => [d.reason, d.toQueueId]),
    [["timeout", null]],
  );
});

test("a callback keeps the place of the call", () => {
  const c = centre([aQueue("water", { maxWaitMs: 90_000 })], [anAgent("ana")]);
  c.at(0).does(call("one"));
  c.at(1_000).does(call("two"));
  const swap = c.at(2_000).does({
    kind: "keep-place-as-callback",
    interactionId: "one",
    callbackInteractionId: "one-back",
    callbackId: "request",
  });
  assert.deepEqual(
    of(swap, "interaction.dequeued").map((d) => d.reason),
    ["callback"],
  );
  const made = of(c.at(80_000).does(...ready("ana")), "offer.made")[0];
  assert.deepEqual(
    [made?.interactionId, made?.contactKind, made?.callbackId],
    ["one-back", "callback", "request"],
  );
});

test("a callback with an appointment waits for its hour, then goes by its place", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.at(0).does(...ready("ana"));
  const later = call("back", "water", {
    contactKind: "callback",
    callbackId: "request",
    notBefore: START + 60_000,
  });
  assert.deepEqual(offersIn(c.does(later)), []);
  assert.deepEqual(offersIn(c.at(60_000).does({ kind: "tick" })), ["back→ana"]);
});

test("position and estimated wait follow the pace of answers", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.at(0).does(...ready("ana"), call("one"), call("two"), call("three"), call("four"));
  assert.deepEqual(placeOf(c.engine, "three", START), { position: 2, estimatedWaitMs: null });
  c.at(10_000).does(...talk("offer-1", "ana", "one"), hangUp("ana", "one"));
  assert.deepEqual(placeOf(c.engine, "three", START + 10_000), { position: 1, estimatedWaitMs: 10_000 });
  assert.deepEqual(placeOf(c.engine, "four", START + 10_000), { position: 2, estimatedWaitMs: 20_000 });
});

test("changed queue settings keep everybody's place and apply at once", () => {
  const c = centre(
    [aQueue("water", { requirements: [{ skillId: "water", minimumLevel: 1 }] })],
    [anAgent("ana")],
  );
  c.at(0).does(call("one"), ...ready("ana"));
  c.at(1_000).does(call("two"));
  assert.deepEqual(offersIn(c.does({ kind: "configure-queue", queue: aQueue("water") })), ["one→ana"]);
});
