import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardAgent } from "@vera/contracts/board";
import { whoCouldServe } from "./who-could-serve.ts";

function agent(part: Partial<BoardAgent>): BoardAgent {
  return {
    name: "Inés Aromo",
    state: "paused",
    pauseReason: "almuerzo",
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

const levels = new Map([
  ["novice", 1],
  ["expert", 5],
  ["talking", 5],
  ["gone", 4],
]);

test("the skilled who rest come first, the better before, then who still talks; who is gone is not asked", () => {
  const { away } = whoCouldServe(
    {
      talking: agent({ activity: "on-contact" }),
      novice: agent({}),
      expert: agent({}),
      gone: agent({ state: "offline" }),
    },
    levels,
  );
  assert.deepEqual(
    away.map(({ id }) => id),
    ["expert", "novice", "talking"],
  );
});

test("who is free and lacks the skill could be given it, who has waited longest first", () => {
  const { unskilled, away } = whoCouldServe(
    {
      later: agent({ state: "ready", since: "2026-11-23T14:10:00Z" }),
      first: agent({ state: "ready" }),
      busy: agent({ state: "ready", activity: "on-contact" }),
      expert: agent({ state: "ready" }),
    },
    levels,
  );
  assert.deepEqual(
    unskilled.map(({ id }) => id),
    ["first", "later"],
  );
  assert.deepEqual(away, []);
});
