import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardQueue } from "@vera/contracts/board";
import { byUrgency, queueWait } from "./queue-urgency.ts";

const NOW = Date.parse("2026-11-23T15:00:00Z");
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

function queue(part: Partial<BoardQueue>): BoardQueue {
  return {
    tenantId: "t",
    tenantName: "Provincia",
    name: "Cola",
    channel: "voice",
    waiting: 0,
    longestSince: null,
    thresholdSeconds: 60,
    target: 0.8,
    slNow: { numerator: 0, denominator: 0 },
    slToday: { numerator: 0, denominator: 0 },
    offered: 0,
    answered: 0,
    abandoned: 0,
    callbacksWaiting: 0,
    readyAgents: 0,
    aht: { numerator: 0, denominator: 0 },
    ...part,
  };
}

test("a wait is at risk from 80 % of its threshold and breached at it", () => {
  const tone = (seconds: number) => queueWait(queue({ longestSince: ago(seconds) }), NOW).tone;
  assert.deepEqual([47, 48, 59, 60].map(tone), ["wait", "risk", "risk", "breach"]);
});

test("a wait that began after our clock says is nothing, not negative", () => {
  assert.equal(queueWait(queue({ longestSince: ago(-3) }), NOW).ms, 0);
});

test("ten seconds against a threshold of ten go before thirty against sixty", () => {
  const order = byUrgency(
    [
      ["empty", queue({ name: "Chat" })],
      ["long", queue({ waiting: 9, longestSince: ago(30) })],
      ["strict", queue({ waiting: 1, longestSince: ago(10), thresholdSeconds: 10 })],
    ],
    { now: NOW, locale: "es-AR" },
  );
  assert.deepEqual(order, ["strict", "long", "empty"]);
});

test("where nobody waits the lower level goes first and a queue without calls last", () => {
  const order = byUrgency(
    [
      ["unused", queue({ name: "A" })],
      ["good", queue({ name: "B", slToday: { numerator: 9, denominator: 10 } })],
      ["bad", queue({ name: "C", slToday: { numerator: 5, denominator: 10 } })],
    ],
    { now: NOW, locale: "es-AR" },
  );
  assert.deepEqual(order, ["bad", "good", "unused"]);
});
