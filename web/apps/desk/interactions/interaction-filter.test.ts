import assert from "node:assert/strict";
import { test } from "node:test";
import { interactionsQuery, nextSort } from "./interaction-filter.ts";

const RANGE = { from: "2026-11-23T03:00:00.000Z", to: "2026-11-24T03:00:00.000Z" };
const query = (text: string) => interactionsQuery(new URLSearchParams(text), RANGE);

test("an empty address asks for all of the period, newest first", () => {
  assert.deepEqual(query(""), { ...RANGE, sort: "startedAt", order: "desc" });
});

test("filters of the address become those of the server", () => {
  assert.deepEqual(query("show=undispositioned&queue=q1&number= 3420 &sort=waitMs&order=asc"), {
    ...RANGE,
    answered: true,
    undispositioned: true,
    queueId: "q1",
    address: "3420",
    sort: "waitMs",
    order: "asc",
  });
});

test("two digits of a number are not asked for: the server would refuse them", () => {
  assert.equal("address" in query("number=34"), false);
});

test("what was made up in the address is left out", () => {
  assert.deepEqual(query("show=nothing&sort=price&order=up"), { ...RANGE, sort: "startedAt", order: "desc" });
});

test("a head is pressed three times: largest, smallest, as it was", () => {
  const first = nextSort(new URLSearchParams(), "waitMs");
  assert.deepEqual(first, { sort: "waitMs", order: "desc" });
  const second = nextSort(new URLSearchParams("sort=waitMs&order=desc"), "waitMs");
  assert.deepEqual(second, { sort: "waitMs", order: "asc" });
  assert.deepEqual(nextSort(new URLSearchParams("sort=waitMs&order=asc"), "waitMs"), {
    sort: null,
    order: null,
  });
});
