import assert from "node:assert/strict";
import { test } from "node:test";
import { halfHours, levelFoot, roundTop } from "./half-hours.ts";

const one = (answered: number) => ({
  offered: answered,
  answered,
  abandoned: 0,
  serviceLevel: { numerator: answered, denominator: answered },
});
const NOW = Date.parse("2026-11-23T13:10:00Z");
const everywhere = { inScope: () => true, now: NOW, most: 12 };

test("organisms are added and a half hour without calls is shown as empty", () => {
  const rows = halfHours(
    {
      water: { "2026-11-23T11:30:00.000Z": one(3), "2026-11-23T12:30:00.000Z": one(1) },
      health: { "2026-11-23T11:30:00.000Z": one(4) },
    },
    everywhere,
  );
  assert.deepEqual(
    rows.map((row) => row.answered),
    [7, 0, 1, 0],
  );
  assert.equal(new Date(rows[0]?.start ?? 0).toISOString(), "2026-11-23T11:30:00.000Z");
});

test("only the last ones are shown when the day is long", () => {
  const rows = halfHours(
    { water: { "2026-11-23T03:00:00.000Z": one(9), "2026-11-23T13:00:00.000Z": one(2) } },
    { ...everywhere, most: 4 },
  );
  assert.deepEqual(
    rows.map((row) => row.answered),
    [0, 0, 0, 2],
  );
});

test("before the first call there is nothing to draw", () => {
  assert.deepEqual(halfHours({}, everywhere), []);
  assert.deepEqual(
    halfHours({ water: { "2026-11-23T13:00:00.000Z": one(2) } }, { ...everywhere, inScope: () => false }),
    [],
  );
});

test("an axis ends at a round number that holds the highest bar", () => {
  assert.deepEqual([0, 1, 3, 7, 41, 60, 61, 130].map(roundTop), [2, 2, 4, 8, 60, 60, 80, 200]);
});

test("the level's axis begins at 60 % unless a point would fall below", () => {
  assert.equal(levelFoot([0.9, 0.7]), 0.6);
  assert.equal(levelFoot([0.55]), 0.4);
  assert.equal(levelFoot([0]), 0);
});
