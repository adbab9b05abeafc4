import assert from "node:assert/strict";
import { test } from "node:test";
import type { HoursBlock } from "@vera/contracts/tenants";
import { readWallTime } from "./wall-time.ts";
import { blocksOf, nextSpan, spansProblem, summaryOf, weekOf } from "./week.ts";

test("times are read as people type them", () => {
  const read = ["7", "730", "7:30", "07.30", "16hs", "24", "0"].map(readWallTime);
  assert.deepEqual(read, ["07:00", "07:30", "07:30", "07:30", "16:00", "24:00", "00:00"]);
  assert.deepEqual(["25", "7:75", "24:30", "siete", ""].map(readWallTime), [null, null, null, null, null]);
});

test("blocks go to their days and come back", () => {
  const blocks: HoursBlock[] = [
    { weekday: 1, from: "16:00", until: "20:00" },
    { weekday: 1, from: "07:00", until: "13:00" },
    { weekday: 6, from: "08:00", until: "12:00" },
  ];
  assert.deepEqual(blocksOf(weekOf(blocks)), [blocks[1], blocks[0], blocks[2]]);
});

test("what is wrong with a day is known before it is sent", () => {
  assert.equal(
    spansProblem([
      { from: "07:00", until: "13:00" },
      { from: "13:00", until: "24:00" },
    ]),
    null,
  );
  assert.equal(spansProblem([{ from: "13:00", until: "07:00" }]), "backwards");
  assert.equal(
    spansProblem([
      { from: "16:00", until: "20:00" },
      { from: "07:00", until: "16:30" },
    ]),
    "overlap",
  );
  assert.equal(spansProblem([{ from: "", until: "20:00" }]), "missing");
});

test("a further span of a day begins after the last", () => {
  assert.deepEqual(nextSpan([]), { from: "07:00", until: "13:00" });
  assert.deepEqual(nextSpan([{ from: "07:00", until: "13:00" }]), { from: "16:00", until: "20:00" });
  assert.deepEqual(nextSpan([{ from: "08:00", until: "21:00" }]), { from: "21:00", until: "24:00" });
});

test("days that open alike are told together", () => {
  const hours = { from: "07:00", until: "13:00" };
  const blocks = ([1, 2, 3, 5] as const).map((weekday) => ({ weekday, ...hours }));
  assert.deepEqual(summaryOf(blocks), [
    { days: [1, 2, 3], hours: "07:00–13:00" },
    { days: [5], hours: "07:00–13:00" },
  ]);
});
