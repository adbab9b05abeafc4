import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { endInteraction, openInteraction, startSegment } from "../conversations/index.ts";
import { createIdentity, createUser, type Identity } from "../identity/index.ts";
import { emit, type Http, type QueueId, type UserId } from "../platform/index.ts";
import { type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { agentStateChanged, createQueue, createSkill } from "../routing/index.ts";
import { createReporting, type Reporting } from "./reporting.ts";
import { Screen } from "./testing/screen.ts";

let kit: TestPlatform;
let identity: Identity;
let reporting: Reporting;
let agentId: UserId;
let queueId: QueueId;

before(async () => {
  kit = await testPlatform();
  identity = await createIdentity(kit.platform);
  await kit.system(async (ctx) => {
    const membership = { tenantId: kit.tenantId, role: "agent", includesDescendants: true };
    const { user } = await createUser(ctx, {
      username: "ines",
      name: "Inés Aromo",
      memberships: [membership],
    });
    agentId = user.id;
  });
  reporting = await createReporting(kit.platform, { liveQueues: () => [] });
});
after(async () => {
  await reporting.close();
  await identity.close();
  await kit.close();
});

test("a call through the real modules is on the board, in the report and in the agent's day", async () => {
  const supervisor = kit.principal({ permissions: ["supervise.view", "report.read"] });
  const screen = await Screen.open(kit.platform, supervisor);
  await kit.system(async (ctx) => {
    const skill = await createSkill(ctx, { tenantId: kit.tenantId, name: "Agua" });
    const requirements = [{ skillId: skill.id, minimumLevel: 1 }];
    queueId = (await createQueue(ctx, { tenantId: kit.tenantId, name: "Agua y cloacas", requirements }))
      .id as QueueId;
  });
  await until(
    () => screen.state?.queues[queueId]?.name === "Agua y cloacas",
    "a new queue appears by itself",
  );
  assert.equal(screen.state?.agents[agentId]?.name, "Inés Aromo");

  const { interactionId } = await kit.system(async (ctx) => {
    const opened = await openInteraction(ctx, {
      tenantId: kit.tenantId,
      channel: "voice",
      direction: "inbound",
      fromAddress: "3483506600",
      toAddress: "08005551111",
    });
    await startSegment(ctx, { interactionId: opened.interactionId, kind: "queue", queueId });
    return opened;
  });
  await until(() => screen.state?.queues[queueId]?.waiting === 1, "who waits is shown");
  kit.clock.advance(8);
  await kit.system((ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId }));
  await kit.system((ctx) => changeState("on-contact").then((data) => emit(ctx, agentStateChanged, data)));
  await until(() => screen.state?.agents[agentId]?.activity === "on-contact", "the agent is on contact");
  await kit.system((ctx) => startSegment(ctx, { interactionId, kind: "hold", agentId }));
  await until(() => screen.state?.agents[agentId]?.onHold === true, "the citizen is on hold");
  kit.clock.advance(30);
  await kit.system(async (ctx) => {
    await endInteraction(ctx, { interactionId, reason: "citizen-left" });
    await emit(ctx, agentStateChanged, await changeState("idle"));
  });
  await until(() => screen.state?.queues[queueId]?.aht.denominator === 1, "the call is handled");
  assert.deepEqual(screen.state?.queues[queueId]?.slToday, { numerator: 1, denominator: 1 });
  screen.close();

  await kit.platform.events.drained();
  const client = await kit.http((http: Http) => reporting.routes(http));
  const period = "from=2026-03-10T00:00:00Z&to=2026-03-11T00:00:00Z";
  const { body } = await client
    .as(supervisor)
    .get(`/api/v1/reports/intervals?kpi=aht&interval=30m&groupBy=agent&${period}`);
  assert.deepEqual(
    body.rows.map((row: { group: { name: string }; value: number }) => [row.group.name, row.value]),
    [["Inés Aromo", 30]],
  );
  const day = await client
    .as(kit.principal({ permissions: ["agent.state"], userId: agentId }))
    .get("/api/v1/reports/my-day");
  assert.equal(day.body.handled, 1);
  assert.equal(day.body.handleMs, 30_000);
  assert.deepEqual(
    day.body.ribbon.map((span: { state: string }) => span.state),
    ["on-contact", "ready"],
  );
});

async function changeState(activity: "idle" | "on-contact") {
  const now = kit.clock.now().toISOString();
  const state = { state: "ready" as const, reason: null, activity, since: now, activitySince: now };
  const what = { requestedNext: null, interactionId: null, queueId: null, previous: state, at: now };
  return { tenantId: kit.tenantId, key: agentId, data: { agentId, ...state, ...what } };
}

async function until(check: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail(`never happened: ${what}`);
}
