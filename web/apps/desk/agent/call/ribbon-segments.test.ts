import assert from "node:assert/strict";
import { test } from "node:test";
import { ribbonSegments } from "./ribbon-segments.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 14, 0, seconds)).toISOString();
const now = Date.parse(at(100));

test("the running slice grows with the clock", () => {
  const parts = ribbonSegments([{ kind: "talk", startedAt: at(40), endedAt: null }], now);
  assert.deepEqual(
    parts.map(({ kind, ms, running }) => ({ kind, ms, running })),
    [{ kind: "talk", ms: 60_000, running: true }],
  );
});

test("slices stand in order of time whatever their order of arrival", () => {
  const parts = ribbonSegments(
    [
      { kind: "queue", startedAt: at(20), endedAt: at(40) },
      { kind: "ivr", startedAt: at(0), endedAt: at(20) },
    ],
    now,
  );
  assert.deepEqual(
    parts.map(({ kind }) => kind),
    ["ivr", "queue"],
  );
});

test("ringing at agents is not drawn, and the queue on both sides of it is one slice", () => {
  const parts = ribbonSegments(
    [
      { kind: "queue", startedAt: at(0), endedAt: at(20) },
      { kind: "offer", startedAt: at(15), endedAt: at(20) },
      { kind: "queue", startedAt: at(20), endedAt: at(30) },
    ],
    now,
  );
  assert.deepEqual(
    parts.map(({ kind, ms }) => [kind, ms]),
    [["queue", 30_000]],
  );
});

test("a slice under a second is noise", () => {
  assert.equal(ribbonSegments([{ kind: "ivr", startedAt: at(0), endedAt: at(0) }], now).length, 0);
});
