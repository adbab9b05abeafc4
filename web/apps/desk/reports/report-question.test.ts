import assert from "node:assert/strict";
import { test } from "node:test";
import type { Kpi } from "@vera/contracts/reporting";
import { periodRange } from "../period/period.ts";
import { callsAddress, intervalsFor, intervalsQuery, usualInterval } from "./report-question.ts";

const both = { es: "", en: "" };
const sql = { numerator: "1", denominator: "1" };
const KPI: Kpi = {
  id: "service-level",
  name: both,
  unit: "share",
  better: "higher",
  target: 0.8,
  variants: [
    { id: "first", name: both, formula: both, sql },
    { id: "second", name: both, formula: both, sql },
  ],
  numerator: both,
  denominator: both,
  dimensions: ["tenant", "queue"],
  usesThresholds: true,
  version: 1,
};
const NOW = new Date("2026-11-23T15:00:00Z");
const range = (period: "today" | "7d" | "30d") =>
  periodRange({ period, from: null, to: null }, NOW, "America/Argentina/Buenos_Aires");
const query = (text: string, period: "today" | "7d" | "30d" = "today") =>
  intervalsQuery(KPI, new URLSearchParams(text), range(period));

test("a day is read by half hours, a week by hours, a month by days", () => {
  assert.deepEqual(
    (["today", "7d", "30d"] as const).map((period) => usualInterval(range(period))),
    ["30m", "60m", "day"],
  );
});

test("a month by quarters of an hour is not offered, and not asked for when the address says so", () => {
  assert.deepEqual(intervalsFor(range("30d")), ["60m", "day"]);
  assert.equal(query("interval=15m", "30d").interval, "day");
  assert.equal(query("interval=15m").interval, "15m");
});

test("a figure is not cut by what it does not know", () => {
  const asked = query("by=trunk&trunk=t1&agent=a1&queue=q1&organism=o1");
  assert.equal("groupBy" in asked, false);
  assert.equal("trunkId" in asked || "agentId" in asked, false);
  assert.deepEqual([asked.queueId, asked.tenantId], ["q1", "o1"]);
});

test("the variant and both thresholds go with the question when they make sense", () => {
  const asked = query("variant=second&t=30&t0=0");
  assert.deepEqual(
    [asked.variant, asked.answerWithinSeconds, asked.ignoreAbandonedUnderSeconds],
    ["second", 30, 0],
  );
  const nonsense = query("variant=third&t=0&t0=-1");
  assert.equal("variant" in nonsense || "answerWithinSeconds" in nonsense, false);
  assert.equal("ignoreAbandonedUnderSeconds" in nonsense, false);
});

test("a number leads to the calls of its interval, and of its group", () => {
  const address = callsAddress(KPI, new URLSearchParams("period=today&by=queue"), {
    from: "2026-11-23T15:00:00Z",
    to: "2026-11-23T15:30:00Z",
    group: { dimension: "queue", id: "q7" },
  });
  const url = new URL(address, "http://vera.test");
  assert.equal(url.pathname, "/reports/service-level/calls");
  assert.deepEqual(
    ["start", "end", "queue", "period"].map((name) => url.searchParams.get(name)),
    ["2026-11-23T15:00:00Z", "2026-11-23T15:30:00Z", "q7", "today"],
  );
});
