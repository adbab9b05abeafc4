import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { interactionQueued } from "../../conversations/index.ts";
import { emit, type TenantId } from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { agentStateChanged, offerMade } from "../../routing/index.ts";
import { takeInFacts } from "../facts/take-in-facts.ts";
import { reportIntervals } from "../reports/report-intervals.ts";
import { writeHandMadeDay } from "../testing/hand-made-day.ts";
import { at, id, writeCall, writeSeizure } from "../testing/replayed-day.ts";
import { Screen } from "../testing/screen.ts";
import { smallCatalogue } from "../testing/small-catalogue.ts";
import type { BoardSources } from "./board-sources.ts";
import { LiveBoard } from "./live-board.ts";

const ZONE = "America/Argentina/Buenos_Aires";
let kit: TestPlatform;
let readyAgents = 0;

function sources(): BoardSources {
  return {
    catalogue: smallCatalogue(kit.tenantId, kit.otherTenantId),
    liveQueues: () => [
      {
        queueId: id("agua"),
        agentsReady: readyAgents,
        callbacksWaiting: 2,
        nextCallbackAt: new Date(at("12:15:00")),
      },
    ],
    trunkUse: async () => new Map([[id("x"), 3]]),
  };
}

async function open(): Promise<LiveBoard> {
  const board = await LiveBoard.start(kit.platform, { sources: sources(), zone: ZONE, rollEvents: [] });
  boards.push(board);
  return board;
}

function supervisor(tenants: TenantId[] | "system") {
  return kit.principal({ permissions: ["supervise.view"], tenants });
}

const boards: LiveBoard[] = [];
before(async () => {
  kit = await testPlatform();
  takeInFacts(kit.platform);
});
beforeEach(() => {
  readyAgents = 0;
});
after(async () => {
  for (const board of boards) await board.close();
  await kit.close();
});

test("a day seen live, the same day loaded from the database and the report show the same numbers", async () => {
  kit.clock.set(at("00:00:01"));
  const live = await open();
  const early = await Screen.open(kit.platform, supervisor([kit.tenantId]));
  kit.clock.set(at("23:59:59"));
  await kit.system((ctx) => writeHandMadeDay(ctx, kit.tenantId, kit.otherTenantId));
  live.flush();
  await kit.platform.events.drained();
  const loaded = await open();
  assert.deepEqual(loaded.state("system"), live.state("system"));
  assert.deepEqual(early.state, { ...live.state([kit.tenantId]), at: early.state?.at });

  const shown = live.state([kit.tenantId]);
  const agua = shown.queues[id("agua")];
  assert.deepEqual(agua?.slToday, { numerator: 2, denominator: 7 });
  assert.equal(agua?.offered, 9);
  assert.equal(agua?.answered, 4);
  assert.equal(agua?.abandoned, 3);
  assert.deepEqual(agua?.aht, { numerator: 655_000, denominator: 6 });
  const figures = shown.figures[kit.tenantId];
  assert.deepEqual(figures?.serviceLevel, { numerator: 4, denominator: 9 });
  assert.deepEqual(figures?.aht, { numerator: 765_000, denominator: 7 });
  assert.equal(figures?.emergencies, 1);
  assert.deepEqual(
    Object.entries(shown.series[kit.tenantId] ?? {}).map(([start, half]) => [
      start,
      half.serviceLevel.numerator,
      half.serviceLevel.denominator,
    ]),
    [
      [at("08:00:00"), 2, 4],
      [at("08:30:00"), 0, 2],
      [at("09:00:00"), 0, 1],
      [at("10:00:00"), 1, 1],
      [at("23:30:00"), 1, 1],
    ],
  );
  assert.equal(shown.agents[id("ines")]?.today.onContactMs, 150_000);
  assert.equal(shown.agents[id("ines")]?.today.readyMs, 1_610_000);
  assert.equal(shown.agents[id("bruno")]?.today.onContactMs, 1_200_000);

  await kit.as({ tenants: [kit.tenantId] }, async (ctx) => {
    const total = async (kpi: string) => {
      const asked = { kpi, interval: "day" as const, from: at("00:00:00"), to: at("+1 00:00:00") };
      const [sum] = (await reportIntervals(ctx, smallCatalogue(kit.tenantId), asked)).totals;
      return { numerator: sum?.numerator, denominator: sum?.denominator };
    };
    assert.deepEqual(await total("service-level"), figures?.serviceLevel);
    const inMs = ({ numerator = 0, denominator = 0 }) => ({ numerator: numerator * 1000, denominator });
    assert.deepEqual(inMs(await total("asa")), figures?.asa);
    assert.deepEqual(inMs(await total("aht")), figures?.aht);
    assert.deepEqual(await total("abandonment"), {
      numerator: figures?.abandoned,
      denominator: figures?.offered,
    });
  });
  early.close();
});

async function enter(
  name: string,
  when: string,
  direction: "inbound" | "outbound" = "inbound",
): Promise<void> {
  kit.clock.set(at(when));
  await kit.system((ctx) =>
    emit(ctx, interactionQueued, {
      tenantId: kit.tenantId,
      key: id(name),
      data: {
        interactionId: id(name),
        conversationId: id(name),
        channel: "voice",
        direction,
        visitId: id(`v-${name}`),
        queueId: id("agua"),
        enteredAt: at(when),
      },
    }),
  );
}

test("who enters a queue waits on the board until they leave; a long wait without ready agents asks for attention", async () => {
  kit.clock.set(at("12:00:00"));
  const board = await open();
  const screen = await Screen.open(kit.platform, supervisor([kit.tenantId]));
  await enter("w1", "12:00:00");
  await enter("w2", "12:00:30");
  await enter("callback", "12:00:40", "outbound");
  board.flush();
  assert.equal(screen.state?.queues[id("agua")]?.waiting, 2);
  assert.equal(screen.state?.queues[id("agua")]?.longestSince, at("12:00:00"));
  assert.equal(screen.state?.figures[kit.tenantId]?.waiting, 2);
  assert.deepEqual(screen.state?.attention, {});

  kit.clock.set(at("12:01:05"));
  await board.tick();
  const item = screen.state?.attention[`queue-over-threshold:${id("agua")}`];
  assert.equal(item?.since, at("12:01:00"));
  assert.deepEqual(item?.params, { queue: "agua", waiting: 2, longestSince: at("12:00:00") });

  readyAgents = 1;
  await kit.system((ctx) =>
    writeCall(ctx, kit.tenantId, {
      name: "w1",
      queue: "agua",
      at: "12:00:00",
      wait: 65,
      outcome: "abandoned",
    }),
  );
  board.flush();
  assert.equal(screen.state?.queues[id("agua")]?.waiting, 1);
  assert.equal(screen.state?.queues[id("agua")]?.readyAgents, 1);
  assert.deepEqual(screen.state?.attention, {});
  const before = screen.frames;
  board.flush();
  assert.equal(screen.frames, before, "nothing changed, nothing is sent");
  screen.close();
});

test("the service level of now is of the last thirty minutes and falls with time alone", async () => {
  kit.clock.set(at("15:00:10"));
  const board = await open();
  const call = { name: "n1", queue: "agua", at: "15:00:00", wait: 8, outcome: "answered" } as const;
  await kit.system((ctx) => writeCall(ctx, kit.tenantId, call));
  board.flush();
  const now = () => board.state("system").queues[id("agua")]?.slNow;
  assert.deepEqual(now(), { numerator: 1, denominator: 1 });
  kit.clock.set(at("15:29:59"));
  await board.tick();
  assert.deepEqual(now(), { numerator: 1, denominator: 1 });
  kit.clock.set(at("15:30:01"));
  await board.tick();
  assert.deepEqual(now(), { numerator: 0, denominator: 0 });
});

test("an organism that shares an agent sees that they are busy, never with whom", async () => {
  kit.clock.set(at("16:00:00"));
  const board = await open();
  const own = await Screen.open(kit.platform, supervisor([kit.tenantId]));
  const other = await Screen.open(kit.platform, supervisor([kit.otherTenantId]));
  const both = await Screen.open(kit.platform, supervisor([kit.tenantId, kit.otherTenantId]));
  const agentId = id("compartida");
  const state = {
    state: "ready" as const,
    reason: null,
    activity: "on-contact" as const,
    since: at("15:50:00"),
    activitySince: at("16:00:00"),
  };
  await kit.system(async (ctx) => {
    const what = { agentId, queueId: id("agua"), interactionId: id("secret") };
    await emit(ctx, agentStateChanged, {
      tenantId: kit.tenantId,
      key: agentId,
      data: { ...state, ...what, requestedNext: null, previous: state, at: at("16:00:00") },
    });
    const offer = { offerId: id("o-secret"), channel: "voice" as const, contactKind: "incoming" as const };
    const times = {
      callbackId: null,
      enqueuedAt: at("16:00:00"),
      expiresAt: at("16:00:20"),
      at: at("16:00:00"),
    };
    await emit(ctx, offerMade, {
      tenantId: kit.tenantId,
      key: agentId,
      data: { ...offer, ...what, ...times },
    });
  });
  board.flush();
  for (const screen of [own, both]) {
    assert.equal(screen.state?.agents[agentId]?.interactionId, id("secret"));
    assert.ok(screen.state?.agents[agentId]?.offers[id("o-secret")]);
  }
  assert.equal(other.state?.agents[agentId]?.activity, "on-contact");
  assert.ok(!JSON.stringify(other.state).includes(id("secret")));
  assert.ok(!JSON.stringify(other.state).includes(id("agua")));
  assert.ok(!JSON.stringify(other.state).includes(id("ines")), "nor the agents of the other alone");
  const fresh = await Screen.open(kit.platform, supervisor([kit.otherTenantId]));
  assert.deepEqual(fresh.state?.agents, other.state?.agents);
  assert.ok(!JSON.stringify(fresh.state).includes(id("secret")));
  for (const screen of [own, other, both, fresh]) screen.close();
});

test("a trunk shows its calls of now and the ratios since the full hour", async () => {
  kit.clock.set(at("17:10:00"));
  const board = await open();
  await kit.system(async (ctx) => {
    await writeSeizure(ctx, kit.tenantId, { name: "h0", trunk: "x", at: "16:59:00", outcome: "failed" });
    await writeSeizure(ctx, kit.tenantId, {
      name: "h1",
      trunk: "x",
      at: "17:01:00",
      outcome: "answered",
      talk: 9,
    });
    await writeSeizure(ctx, kit.tenantId, { name: "h2", trunk: "x", at: "17:02:00", outcome: "busy" });
  });
  board.flush();
  assert.deepEqual(board.state("system").trunks[id("x")], {
    name: "x",
    busy: 3,
    capacity: 30,
    asrHour: { numerator: 1, denominator: 2 },
    nerHour: { numerator: 2, denominator: 2 },
  });
});

test("at midnight the day begins anew", async () => {
  kit.clock.set(at("23:59:00"));
  const board = await open();
  assert.ok((board.state("system").figures[kit.tenantId]?.offered ?? 0) > 0);
  kit.clock.set(at("+1 00:00:01"));
  await board.tick();
  assert.equal(board.state("system").figures[kit.tenantId]?.offered, 0);
  assert.deepEqual(board.state("system").series[kit.tenantId], {});
});
