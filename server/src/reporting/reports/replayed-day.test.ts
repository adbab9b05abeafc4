import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { IntervalsReport } from "@vera/contracts/reporting";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { takeInFacts } from "../facts/take-in-facts.ts";
import { KPIS } from "../kpis/registry.ts";
import { writeHandMadeDay } from "../testing/hand-made-day.ts";
import { at, id } from "../testing/replayed-day.ts";
import { smallCatalogue } from "../testing/small-catalogue.ts";
import { reportRoutes } from "./routes.ts";

let kit: TestPlatform;
let client: TestClient;

before(async () => {
  kit = await testPlatform();
  kit.clock.set(at("+1 00:30:00"));
  client = await kit.http((http) => reportRoutes(http, smallCatalogue(kit.tenantId)));
  takeInFacts(kit.platform);
  await kit.system((ctx) => writeHandMadeDay(ctx, kit.tenantId, kit.otherTenantId));
  await kit.platform.events.drained();
});
after(() => kit.close());

const DAY = { from: at("00:00:00"), to: at("+1 00:00:00") };

function as(tenants = [kit.tenantId]) {
  return client.as(kit.principal({ permissions: ["report.read", "report.export"], tenants }));
}

async function ask(kpi: string, options: Record<string, string> = {}): Promise<IntervalsReport> {
  const query = new URLSearchParams({ kpi, interval: "day", ...DAY, ...options });
  const reply = await as().get(`/api/v1/reports/intervals?${query}`);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}

/** "numerator/denominator" of the whole day, by name when grouped. */
async function day(
  kpi: string,
  options: Record<string, string> = {},
): Promise<string | Record<string, string>> {
  const { totals } = await ask(kpi, options);
  const text = (total: (typeof totals)[number]) => `${total.numerator}/${total.denominator}`;
  if (!options["groupBy"]) return totals[0] ? text(totals[0]) : "nothing";
  return Object.fromEntries(totals.map((total) => [total.group?.name ?? "?", text(total)]));
}

test("service level: answered in T ÷ (entered − abandoned before t₀), without emergencies and outbound", async () => {
  const queueId = id("agua");
  assert.equal(await day("service-level", { queueId }), "2/7");
  assert.equal(await day("service-level", { queueId, variant: "resolved-in-time" }), "4/8");
  assert.equal(await day("service-level", { queueId, variant: "of-answered" }), "2/3");
});

test("each queue has its own T unless one is asked for", async () => {
  assert.deepEqual(await day("service-level", { groupBy: "queue" }), { agua: "2/7", salud: "2/2" });
  assert.equal(await day("service-level"), "4/9");
  assert.deepEqual(await day("service-level", { groupBy: "queue", answerWithinSeconds: "20" }), {
    agua: "2/7",
    salud: "1/2",
  });
  assert.equal(await day("service-level", { queueId: id("agua"), ignoreAbandonedUnderSeconds: "6" }), "2/6");
});

test("half hours are Santa Fe's, and a stay belongs to the one it began in", async () => {
  const { rows } = await ask("service-level", { interval: "30m", queueId: id("agua") });
  assert.deepEqual(
    rows.map((row) => [row.start, row.numerator, row.denominator, row.value]),
    [
      [at("08:00:00"), 2, 4, 0.5],
      [at("08:30:00"), 0, 2, 0],
      [at("09:00:00"), 0, 1, 0],
    ],
  );
  const utc = await ask("service-level", { interval: "day", zone: "UTC", to: at("+1 03:00:00") });
  assert.deepEqual(
    utc.rows.map((row) => [row.start, row.denominator]),
    [
      ["2026-03-10T00:00:00.000Z", 8],
      ["2026-03-11T00:00:00.000Z", 1],
    ],
    "in UTC the call of 23:59:50 is tomorrow's",
  );
});

test("ASA, abandonment: a callback is no abandon, a short abandon is one", async () => {
  assert.equal(await day("asa", { queueId: id("agua") }), "67/4");
  assert.equal(await day("abandonment", { queueId: id("agua") }), "3/9");
});

test("AHT counts every agent who attended a contact that ended, consulting as hold", async () => {
  assert.equal(await day("aht"), "765/7");
  assert.equal(await day("aht", { variant: "talk-hold" }), "650/7");
  assert.equal(await day("aht", { agentId: id("ines") }), "530/3");
  assert.equal(await day("aht", { agentId: id("bruno") }), "235/4");
});

test("occupancy cuts time at the borders of the intervals", async () => {
  assert.equal(await day("occupancy"), "1350/5360");
  assert.equal(await day("occupancy", { variant: "with-wrap-up" }), "1390/5400");
  const { rows } = await ask("occupancy", { interval: "30m", groupBy: "agent" });
  const ines = rows.filter((row) => row.group?.id === id("ines"));
  const bruno = rows.filter((row) => row.group?.id === id("bruno"));
  assert.deepEqual(
    ines.map((row) => [row.numerator, row.denominator]),
    [
      [150, 860],
      [0, 900],
    ],
  );
  assert.deepEqual(
    bruno.map((row) => [row.numerator, row.denominator]),
    [
      [600, 1800],
      [600, 1800],
    ],
  );
});

test("a call that fails on two trunks and is answered on a third is three seizures", async () => {
  assert.deepEqual(await day("asr", { groupBy: "trunk" }), { x: "1/3", y: "0/1", z: "1/4" });
  assert.deepEqual(await day("ner", { groupBy: "trunk" }), { x: "2/3", y: "0/1", z: "4/4" });
  assert.equal(await day("asr"), "2/8");
  assert.equal(await day("ner"), "6/8");
  assert.equal(await day("average-call-duration"), "280.5/2");
});

test("an offer withdrawn because the citizen left says nothing about the agent", async () => {
  assert.equal(await day("offer-answer-rate"), "3/5");
  assert.equal(await day("offer-answer-rate", { agentId: id("ines") }), "3/4");
});

test("emergencies have their own counter", async () => {
  const report = await ask("emergencies");
  assert.equal(report.totals[0]?.value, 1);
});

test("every number of every variant is the sum of what its drill-down lists", async () => {
  let compared = 0;
  for (const kpi of KPIS) {
    for (const variant of kpi.variants) {
      const options = { kpi: kpi.id, variant: variant.id, ...DAY, limit: "2" };
      const [sums, shown] = [{ n: 0, d: 0 }, (await ask(kpi.id, { variant: variant.id })).totals[0]];
      let cursor: string | null = "";
      while (cursor !== null) {
        const query: string = new URLSearchParams({ ...options, ...(cursor && { cursor }) }).toString();
        const { body } = await as().get(`/api/v1/reports/drill-down?${query}`);
        for (const item of body.items) {
          sums.n += item.numerator;
          sums.d += item.denominator;
        }
        cursor = body.nextCursor;
      }
      assert.ok(Math.abs(sums.n - (shown?.numerator ?? -1)) < 1e-6, `${kpi.id} ${variant.id} ${sums.n}`);
      assert.ok(Math.abs(sums.d - (shown?.denominator ?? -1)) < 1e-6, `${kpi.id} ${variant.id} ${sums.d}`);
      compared += 1;
    }
  }
  assert.ok(compared >= 14);
});

test("each number drills down to its calls", async () => {
  const query = new URLSearchParams({ kpi: "service-level", queueId: id("agua"), ...DAY });
  const { body } = await as().get(`/api/v1/reports/drill-down?${query}`);
  const inTime = body.items.filter((item: { numerator: number }) => item.numerator === 1);
  assert.deepEqual(
    inTime.map((item: { interactionId: string }) => item.interactionId),
    [id("c1"), id("c2")],
  );
  assert.equal(body.items.length, 7);
});

test("another organism's report has none of it", async () => {
  for (const kpi of KPIS) {
    const query = new URLSearchParams({ kpi: kpi.id, interval: "day", ...DAY });
    const { body } = await as([kit.otherTenantId]).get(`/api/v1/reports/intervals?${query}`);
    const seen = JSON.stringify(body.totals);
    for (const name of ["agua", "ines", "x"]) assert.ok(!seen.includes(id(name)), kpi.id);
    if (kpi.id === "emergencies") assert.equal(body.totals[0].value, 1);
    if (kpi.id === "occupancy") assert.deepEqual(body.totals, []);
  }
});

test("a question that makes no sense gets an answer that helps", async () => {
  const ask422 = async (options: Record<string, string>) => {
    const query = new URLSearchParams({ kpi: "service-level", interval: "day", ...DAY, ...options });
    const { status, body } = await as().get(`/api/v1/reports/intervals?${query}`);
    assert.equal(status, 422, JSON.stringify(options));
    return body.key;
  };
  assert.equal(await ask422({ kpi: "happiness" }), "kpiUnknown");
  assert.equal(await ask422({ variant: "best" }), "kpiVariantUnknown");
  assert.equal(await ask422({ groupBy: "trunk" }), "kpiDimension");
  assert.equal(await ask422({ kpi: "asr", queueId: id("agua") }), "kpiDimension");
  assert.equal(await ask422({ zone: "Vera" }), "zoneUnknown");
});

test("the CSV says which formula made it", async () => {
  const query = new URLSearchParams({ kpi: "service-level", interval: "30m", ...DAY, queueId: id("agua") });
  const text = (await as().get(`/api/v1/reports/intervals.csv?${query}`)).raw.toString();
  assert.match(text, /Fórmula,atendidas en hasta T segundos ÷/);
  assert.match(text, /2026-03-10T11:00:00.000Z,2026-03-10T11:30:00.000Z,,2,4,0.5/);
});
