import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardAgent } from "@vera/contracts/board";
import { countSeats, seatLook } from "./seat-look.ts";

function agent(part: Partial<BoardAgent>): BoardAgent {
  return {
    name: "Inés Aromo",
    state: "ready",
    pauseReason: null,
    requestedState: null,
    since: "2026-11-23T14:00:00Z",
    activity: "idle",
    activitySince: null,
    onHold: false,
    queueId: null,
    interactionId: null,
    offers: {},
    today: { onContactMs: 0, readyMs: 0, handled: 0, handleMs: 0 },
    ...part,
  };
}

test("an error of the device is said before anything else", () => {
  const look = seatLook(agent({ state: "paused", pauseReason: "device-error", activity: "on-contact" }));
  assert.deepEqual([look.look, look.word], ["device-error", "device"]);
});

test("a missed offer is not shown as a break that the person chose", () => {
  assert.equal(seatLook(agent({ state: "paused", pauseReason: "not-responding" })).word, "missed");
  assert.equal(seatLook(agent({ state: "paused", pauseReason: "almuerzo" })).word, "pause");
});

test("what a person does comes before what they chose", () => {
  assert.equal(seatLook(agent({ state: "paused", pauseReason: "x", activity: "wrap-up" })).word, "wrap");
  assert.equal(seatLook(agent({ activity: "on-contact", onHold: true })).word, "held");
  assert.equal(seatLook(agent({ state: "offline", activity: "on-contact" })).word, "talk");
});

test("who is off has no clock", () => {
  assert.equal(seatLook(agent({ state: "offline" })).since, null);
});

test("everybody is counted once; who is rung is still free to take it", () => {
  const counts = countSeats([
    agent({}),
    agent({ activity: "offered" }),
    agent({ activity: "on-contact", onHold: true }),
    agent({ state: "paused", pauseReason: "not-responding" }),
    agent({ state: "offline" }),
  ]);
  assert.deepEqual(counts, { ready: 2, onContact: 1, wrapUp: 0, paused: 1, off: 1 });
});
