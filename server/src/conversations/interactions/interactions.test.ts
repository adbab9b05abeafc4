import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  type Context,
  DomainError,
  type InteractionId,
  many,
  maybe,
  type QueueId,
  sql,
  type UserId,
} from "../../platform/index.ts";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { endInteraction } from "./end-interaction.ts";
import { endSegment } from "./end-segment.ts";
import { markEmergency } from "./mark-interaction.ts";
import { openInteraction } from "./open-interaction.ts";
import { startSegment } from "./start-segment.ts";

let kit: TestPlatform;
let interactionId: InteractionId;
let queueId: QueueId;
let agentId: UserId;

before(async () => {
  kit = await testPlatform();
});
after(() => kit.close());
beforeEach(async () => {
  kit.clock.set("2026-03-10T13:00:00Z");
  queueId = kit.platform.ids.uuid<QueueId>();
  agentId = kit.platform.ids.uuid<UserId>();
  ({ interactionId } = await kit.system((ctx) => open(ctx)));
});

function open(ctx: Context, externalId?: string) {
  return openInteraction(ctx, {
    tenantId: kit.tenantId,
    channel: "voice",
    direction: "inbound",
    fromAddress: "3483506600",
    toAddress: "08005551111",
    externalId,
  });
}

async function step(seconds: number, work: (ctx: Context) => Promise<unknown>): Promise<void> {
  kit.clock.advance(seconds);
  await kit.system(work);
}

interface EventRow {
  type: string;
  data: Record<string, unknown>;
}

async function events(id = interactionId): Promise<EventRow[]> {
  return await kit.system((ctx) =>
    many<EventRow>(ctx, sql`select type, data from platform.event where key = ${id} order by seq`),
  );
}

async function row(): Promise<Record<string, unknown>> {
  const found = await kit.system((ctx) =>
    maybe<Record<string, unknown>>(
      ctx,
      sql`select state, end_reason, wait_ms, talk_ms, hold_ms, wrap_up_ms, queue_id, agent_id, answered_at
          from conversations.interaction where id = ${interactionId}`,
    ),
  );
  return found ?? {};
}

async function ribbon(): Promise<string[]> {
  const rows = await kit.system((ctx) =>
    many<{ kind: string; seconds: number | null }>(
      ctx,
      sql`select kind, extract(epoch from ended_at - started_at)::int as seconds
          from conversations.segment where interaction_id = ${interactionId} order by started_at, seq`,
    ),
  );
  return rows.map(({ kind, seconds }) => `${kind} ${seconds ?? "…"}`);
}

test("a whole call: menu, queue, offer, talk, hold, talk, end, wrap-up", async () => {
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "ivr" }));
  await step(46, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  await step(20, (ctx) => startSegment(ctx, { interactionId, kind: "offer", agentId, queueId }));
  await step(3, (ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId }));
  await step(60, (ctx) => startSegment(ctx, { interactionId, kind: "hold", agentId }));
  await step(24, (ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId }));
  await step(31, (ctx) => endInteraction(ctx, { interactionId, reason: "citizen-left" }));
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "wrap-up", agentId }));
  await step(40, (ctx) => endSegment(ctx, { interactionId, kind: "wrap-up", agentId }));

  assert.deepEqual(await ribbon(), [
    "ivr 46",
    "queue 23",
    "offer 3",
    "talk 60",
    "hold 24",
    "talk 31",
    "wrap-up 40",
  ]);
  assert.deepEqual(await row(), {
    state: "ended",
    end_reason: "citizen-left",
    wait_ms: 23_000,
    talk_ms: 91_000,
    hold_ms: 24_000,
    wrap_up_ms: 40_000,
    queue_id: queueId,
    agent_id: agentId,
    answered_at: new Date("2026-03-10T13:01:09Z"),
  });
  const told = await events();
  assert.equal(
    told.filter(({ type }) => type === "interaction.answered").length,
    1,
    "answered is told once, not after a hold",
  );
  const left = told.find(({ type }) => type === "interaction.left-queue");
  assert.equal(left?.data["outcome"], "answered");
  assert.equal(left?.data["waitMs"], 23_000);
  assert.equal(left?.data["agentId"], agentId);
  const wrapUp = told.find(
    ({ type, data }) => type === "interaction.segment-ended" && data["kind"] === "wrap-up",
  );
  assert.equal(wrapUp?.data["queueId"], queueId, "the wrap-up counts for the queue the contact came from");
});

test("a caller who hangs up while waiting is an abandon with the time waited", async () => {
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  await step(12, (ctx) => endInteraction(ctx, { interactionId, reason: "citizen-left" }));
  const left = (await events()).find(({ type }) => type === "interaction.left-queue");
  assert.equal(left?.data["outcome"], "abandoned");
  assert.equal(left?.data["waitMs"], 12_000);
});

test("a caller who keeps their place for a callback is no abandon", async () => {
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  await step(90, (ctx) => endInteraction(ctx, { interactionId, reason: "callback" }));
  const left = (await events()).find(({ type }) => type === "interaction.left-queue");
  assert.equal(left?.data["outcome"], "callback");
});

test("an offer that ends by itself leaves the wait running", async () => {
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  await step(5, (ctx) => startSegment(ctx, { interactionId, kind: "offer", agentId, queueId }));
  await step(20, (ctx) => endSegment(ctx, { interactionId, kind: "offer", agentId }));
  assert.deepEqual(await ribbon(), ["queue …", "offer 20"]);
});

test("every command may be repeated", async () => {
  const first = await kit.system((ctx) => open(ctx, "asterisk-1"));
  const second = await kit.system((ctx) => open(ctx, "asterisk-1"));
  assert.deepEqual(second, { ...first, created: false });

  for (let i = 0; i < 2; i += 1) {
    await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  }
  for (let i = 0; i < 2; i += 1)
    await step(4, (ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId }));
  for (let i = 0; i < 2; i += 1) {
    await step(1, (ctx) =>
      endInteraction(ctx, { interactionId, reason: i === 0 ? "agent-ended" : "failed" }),
    );
  }
  for (let i = 0; i < 2; i += 1)
    await step(0, (ctx) => markEmergency(ctx, { interactionId, service: "911" }));
  assert.equal((await row())["end_reason"], "agent-ended");
  const types = (await events()).map(({ type }) => type);
  assert.deepEqual(types, [
    "interaction.opened",
    "interaction.queued",
    "interaction.left-queue",
    "interaction.segment-started",
    "interaction.answered",
    "interaction.segment-ended",
    "interaction.ended",
    "interaction.emergency-marked",
  ]);
});

test("two calls opened at once with one external id are one interaction", async () => {
  const both = await Promise.all([1, 2, 3].map(() => kit.system((ctx) => open(ctx, "asterisk-race"))));
  assert.equal(new Set(both.map((opened) => opened.interactionId)).size, 1);
  assert.equal(both.filter((opened) => opened.created).length, 1);
});

test("nothing but a wrap-up begins after the end", async () => {
  await step(0, (ctx) => endInteraction(ctx, { interactionId, reason: "citizen-left" }));
  for (const kind of ["talk", "offer", "consult"] as const) {
    await assert.rejects(
      kit.system((ctx) => startSegment(ctx, { interactionId, kind, agentId })),
      (error) => error instanceof DomainError && error.code === "conflict",
      kind,
    );
  }
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "wrap-up", agentId }));
});

test("a clock that is set back gives no negative length", async () => {
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  kit.clock.advance(-3600);
  await kit.system((ctx) => endInteraction(ctx, { interactionId, reason: "citizen-left" }));
  assert.deepEqual(await ribbon(), ["queue 0"]);
});

test("a transfer to a queue ends the talk, a conference does not", async () => {
  const second = kit.platform.ids.uuid<UserId>();
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId, queueId }));
  await step(5, (ctx) => startSegment(ctx, { interactionId, kind: "talk", agentId: second }));
  assert.deepEqual(await ribbon(), ["talk …", "talk …"]);
  await step(5, (ctx) => startSegment(ctx, { interactionId, kind: "queue", queueId }));
  assert.deepEqual(await ribbon(), ["talk 10", "talk 5", "queue …"]);
});

test("a segment, once closed, cannot be changed even by SQL", async () => {
  await step(0, (ctx) => startSegment(ctx, { interactionId, kind: "ivr" }));
  await step(9, (ctx) => endInteraction(ctx, { interactionId, reason: "flow-ended" }));
  await assert.rejects(
    kit.system((ctx) =>
      many(
        ctx,
        sql`update conversations.segment set ended_at = now() where interaction_id = ${interactionId}`,
      ),
    ),
  );
  await assert.rejects(
    kit.system((ctx) =>
      many(ctx, sql`delete from conversations.segment where interaction_id = ${interactionId}`),
    ),
  );
});

test("another organism sees and changes nothing", async () => {
  const tenants = [kit.otherTenantId];
  await assert.rejects(
    kit.as({ tenants }, (ctx) => endInteraction(ctx, { interactionId, reason: "failed" })),
    (error) => error instanceof DomainError && error.code === "not-found",
  );
  await assert.rejects(
    kit.as({ tenants }, (ctx) => open(ctx)),
    (error) => error instanceof DomainError && error.code === "not-found",
  );
});
