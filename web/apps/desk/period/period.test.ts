import assert from "node:assert/strict";
import { test } from "node:test";
import { dayCount, periodRange, readPeriod } from "./period.ts";

const ZONE = "America/Argentina/Buenos_Aires";
/** 22:30 of the 23rd in Buenos Aires. */
const NOW = new Date("2026-11-24T01:30:00Z");
const range = (query: string) => periodRange(readPeriod(new URLSearchParams(query), "today"), NOW, ZONE);

test("today ends at the midnight that comes, in the zone of the centre", () => {
  assert.deepEqual(range(""), {
    firstDay: "2026-11-23",
    lastDay: "2026-11-23",
    from: "2026-11-23T03:00:00.000Z",
    to: "2026-11-24T03:00:00.000Z",
  });
});

test("seven days count today, and so does the month", () => {
  assert.equal(range("period=7d").firstDay, "2026-11-17");
  assert.equal(dayCount(range("period=7d")), 7);
  assert.equal(range("period=month").firstDay, "2026-11-01");
});

test("days given the wrong way round are turned", () => {
  const days = range("period=days&from=2026-11-05&to=2026-11-02");
  assert.deepEqual([days.firstDay, days.lastDay], ["2026-11-02", "2026-11-05"]);
});

test("an address that was cut or made up falls back to the usual period", () => {
  assert.equal(range("period=days&from=2026-11-05").firstDay, "2026-11-23");
  assert.equal(range("period=days&from=<script>&to=1").firstDay, "2026-11-23");
  assert.equal(range("period=century").firstDay, "2026-11-23");
});
