import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardAgent, BoardQueue, BoardTrunk } from "@vera/contracts/board";
import { attentionItems, type Shown } from "./attention.ts";

const NOW = Date.parse("2026-03-10T15:00:00Z");
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const nothing = { numerator: 0, denominator: 0 };

function queue(fields: Partial<BoardQueue>): BoardQueue {
  return {
    tenantId: "t",
    tenantName: "Provincia",
    name: "Agua",
    channel: "voice",
    waiting: 0,
    longestSince: null,
    thresholdSeconds: 60,
    target: 0.8,
    slNow: nothing,
    slToday: nothing,
    offered: 0,
    answered: 0,
    abandoned: 0,
    callbacksWaiting: 0,
    readyAgents: 0,
    aht: nothing,
    ...fields,
  };
}

function agent(fields: Partial<BoardAgent>): BoardAgent {
  return {
    name: "Bruno Timbó",
    state: "ready",
    pauseReason: null,
    requestedState: null,
    since: ago(3600),
    activity: "idle",
    activitySince: null,
    onHold: false,
    queueId: null,
    interactionId: null,
    offers: {},
    today: { onContactMs: 0, readyMs: 0, handled: 0, handleMs: 0 },
    ...fields,
  };
}

function kinds(shown: Partial<Shown>): string[] {
  return Object.keys(attentionItems({ queues: {}, agents: {}, trunks: {}, ...shown }, NOW));
}

test("a wait over the threshold asks for attention only while nobody is ready", () => {
  const over = { waiting: 1, longestSince: ago(60) };
  assert.deepEqual(kinds({ queues: { q: queue(over) } }), ["queue-over-threshold:q"]);
  assert.deepEqual(kinds({ queues: { q: queue({ ...over, readyAgents: 1 }) } }), []);
  assert.deepEqual(kinds({ queues: { q: queue({ waiting: 1, longestSince: ago(59) }) } }), []);
});

test("a contact is long at twice what its queue usually takes, and at 15 minutes where that is not known", () => {
  const talks = (seconds: number) =>
    agent({ activity: "on-contact", activitySince: ago(seconds), queueId: "q" });
  const known = { q: queue({ aht: { numerator: 5 * 200_000, denominator: 5 } }) };
  assert.deepEqual(kinds({ queues: known, agents: { a: talks(399) } }), []);
  assert.deepEqual(kinds({ queues: known, agents: { a: talks(400) } }), ["long-contact:a"]);
  const unknown = { q: queue({ aht: { numerator: 4 * 200_000, denominator: 4 } }) };
  assert.deepEqual(kinds({ queues: unknown, agents: { a: talks(899) } }), []);
  assert.deepEqual(kinds({ queues: unknown, agents: { a: talks(900) } }), ["long-contact:a"]);
});

test("a short queue never makes five minutes long", () => {
  const quick = { q: queue({ aht: { numerator: 50 * 30_000, denominator: 50 } }) };
  const a = agent({ activity: "on-contact", activitySince: ago(299), queueId: "q" });
  assert.deepEqual(kinds({ queues: quick, agents: { a } }), []);
});

test("who does not answer, who wraps up for long, and a trunk that fails are told", () => {
  const silent = agent({ state: "paused", pauseReason: "not-responding" });
  assert.deepEqual(kinds({ agents: { a: silent } }), ["not-responding:a"]);
  assert.deepEqual(kinds({ agents: { a: agent({ state: "paused", pauseReason: "lunch" }) } }), []);
  const wrapping = agent({ activity: "wrap-up", activitySince: ago(300) });
  assert.deepEqual(kinds({ agents: { a: wrapping } }), ["long-wrap-up:a"]);
  const trunk = (numerator: number, denominator: number): BoardTrunk => ({
    name: "x",
    busy: 0,
    capacity: null,
    asrHour: { numerator, denominator },
    nerHour: nothing,
  });
  assert.deepEqual(kinds({ trunks: { x: trunk(3, 10) } }), ["trunk-asr-low:x"]);
  assert.deepEqual(kinds({ trunks: { x: trunk(4, 10) } }), []);
  assert.deepEqual(kinds({ trunks: { x: trunk(0, 9) } }), [], "too few attempts to say");
});
