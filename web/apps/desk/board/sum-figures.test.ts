import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardAgent, BoardFigures } from "@vera/contracts/board";
import { occupancy, runsSince, shareOf, sumFigures } from "./sum-figures.ts";

const NOW = Date.parse("2026-11-23T15:00:00Z");

function figures(part: Partial<BoardFigures>): BoardFigures {
  return {
    offered: 0,
    answered: 0,
    abandoned: 0,
    serviceLevel: { numerator: 0, denominator: 0 },
    asa: { numerator: 0, denominator: 0 },
    aht: { numerator: 0, denominator: 0 },
    waiting: 0,
    longestSince: null,
    callbacksWaiting: 0,
    nextCallbackAt: null,
    emergencies: 0,
    ...part,
  };
}

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

test("a service level of two organisms weighs each by its calls, and others are left out", () => {
  const sum = sumFigures(
    {
      water: figures({ serviceLevel: { numerator: 1, denominator: 1 }, waiting: 2 }),
      health: figures({ serviceLevel: { numerator: 0, denominator: 3 }, waiting: 1 }),
      other: figures({ serviceLevel: { numerator: 9, denominator: 9 }, waiting: 9 }),
    },
    (tenantId) => tenantId !== "other",
  );
  assert.equal(shareOf(sum.serviceLevel), 0.25);
  assert.equal(sum.waiting, 3);
});

test("the longest wait is the earliest entry, also when instants have milliseconds or not", () => {
  const sum = sumFigures(
    {
      a: figures({ longestSince: "2026-11-23T14:59:30.500Z" }),
      b: figures({ longestSince: null }),
      c: figures({ longestSince: "2026-11-23T14:59:30Z" }),
    },
    () => true,
  );
  assert.equal(sum.longestSince, "2026-11-23T14:59:30Z");
});

test("nothing measured is no ratio, not zero", () => {
  assert.equal(shareOf(sumFigures({}, () => true).serviceLevel), null);
});

test("occupancy counts what runs: a talk on one side, a ready agent only below", () => {
  const talking = agent({ activity: "on-contact", activitySince: "2026-11-23T14:50:00Z" });
  const free = agent({ since: "2026-11-23T14:55:00Z" });
  const wrapping = agent({ activity: "wrap-up", activitySince: "2026-11-23T14:00:00Z" });
  const away = agent({ state: "paused", pauseReason: "break" });
  const share = occupancy([talking, free, wrapping, away], NOW);
  assert.deepEqual(share, { numerator: 600_000, denominator: 900_000 });
});

test("an agent who is free again since the last talk has not been ready since the morning", () => {
  const free = agent({ since: "2026-11-23T11:00:00Z", activitySince: "2026-11-23T14:59:00Z" });
  assert.equal(runsSince(free), "2026-11-23T14:59:00Z");
  const paused = agent({ since: "2026-11-23T14:59:30Z", activitySince: "2026-11-23T14:00:00Z" });
  assert.equal(runsSince(paused), "2026-11-23T14:59:30Z");
});
