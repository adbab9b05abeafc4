import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { many, sql } from "../../platform/index.ts";
import { type TestDatabase, testDatabase } from "../../platform/testing/index.ts";
import { type LiveCentre, liveCentre } from "../testing/live-centre.ts";
import { createRouter, type Router } from "./router.ts";

let centre: LiveCentre;
let server: TestDatabase;
// Keeps the database server up between the tests.
before(async () => {
  server = await testDatabase();
});
after(() => server.drop());
// Each test starts the routers it needs.
beforeEach(async () => {
  centre = await liveCentre();
});
afterEach(() => centre.close());

/** As when a process is killed: its connection breaks, nothing is said. */
async function severRouters(): Promise<void> {
  // As the owner: the system's role may not end another's connection.
  await many(
    centre.kit.platform,
    sql`
      select pg_terminate_backend(l.pid) from pg_locks l
      where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())`,
  );
}

async function pendingOffers(interactionId: string): Promise<{ offerId: string; agentId: string }[]> {
  return await centre.kit.system((ctx) =>
    many(
      ctx,
      sql`
        select offer_id as "offerId", agent_id as "agentId" from routing.offer
        where interaction_id = ${interactionId} and status = 'pending'`,
    ),
  );
}

test("while one router holds the shard, a second waits; when the first ends, it takes over with everything in place", async () => {
  const { router, kit } = centre;
  const agentId = await centre.readyAgent("ana");
  const offered = await centre.call();
  const waiting = await centre.call();
  const second = createRouter(kit.platform);
  const isReady = await Promise.race([
    second.live.ready().then(() => true),
    new Promise((resolve) => setTimeout(() => resolve(false), 700)),
  ]);
  assert.equal(isReady, false);
  const [before] = await pendingOffers(offered);
  await router.close();
  await second.live.ready();
  assert.equal(second.live.epoch, router.live.epoch + 1);
  assert.deepEqual(await pendingOffers(offered), [before]);
  assert.ok(second.live.engine.interactions.has(waiting));
  await second.agentPresent(agentId);
  await second.accept({ offerId: before?.offerId ?? "", agentId });
  await second.withdraw(waiting, "abandoned");
  await second.close();
});

test("a router that was overtaken is refused by its epoch, and forgets what it thought", async () => {
  const { kit, queueId, router: old } = centre;
  const first = old.live.epoch;
  // Another node takes the shard: the old one is alive but its lease is gone.
  await kit.system((ctx) =>
    many(ctx, sql`update routing.lease set epoch = epoch + 1, batch = 0 returning epoch`),
  );
  const interactionId = await centre.interaction();
  await assert.rejects(old.enqueue({ interactionId, queueId, channel: "voice" }), /starting again/);
  const rows = await kit.system((ctx) =>
    many(ctx, sql`select 1 from routing.waiting where interaction_id = ${interactionId}`),
  );
  assert.equal(rows.length, 0, "the stale write left nothing");
  await old.live.ready();
  assert.ok(old.live.epoch > first + 1, "it came back as a new holder");
  assert.equal(old.live.engine.interactions.has(interactionId), false);
  await old.enqueue({ interactionId, queueId, channel: "voice" });
  await old.withdraw(interactionId, "abandoned");
});

test("an offer is told at its decision, and taken back when its write is refused", async () => {
  const { kit, queueId, router } = centre;
  const agentId = await centre.readyAgent("ana");
  const told: string[] = [];
  router.offers.listen({
    made: (offer) => told.push(`made to ${offer.agentId}`),
    lost: (offer) => told.push(`lost by ${offer.agentId}`),
  });
  await kit.system((ctx) =>
    many(ctx, sql`update routing.lease set epoch = epoch + 1, batch = 0 returning epoch`),
  );
  const interactionId = await centre.interaction();
  const entered = router.enqueue({ interactionId, queueId, channel: "voice" });
  await assert.rejects(entered, /starting again/);
  assert.deepEqual(told, [`made to ${agentId}`, `lost by ${agentId}`]);
  assert.deepEqual(await pendingOffers(interactionId), []);
});

test("a broken database connection loses nothing: the write is sent again and counts once", async () => {
  const { kit, queueId, router } = centre;
  const { epoch } = router.live;
  const ids = await Promise.all(Array.from({ length: 10 }, () => centre.interaction()));
  await severRouters();
  await Promise.all(ids.map((interactionId) => router.enqueue({ interactionId, queueId, channel: "voice" })));
  assert.equal(router.live.epoch, epoch, "the same holder");
  const events = await kit.system((ctx) =>
    many<{ n: number }>(
      ctx,
      sql`
        select count(*) as n from platform.event
        where type = 'routing.wait-started' and key = any(${`{${ids.join(",")}}`}::text[])`,
    ),
  );
  assert.equal(events[0]?.n, 10);
  await Promise.all(ids.map((id) => router.withdraw(id, "abandoned")));
});

test("five thousand waiting and a thousand agents are rebuilt from the rows", {
  timeout: 60_000,
}, async () => {
  const { kit, queueId, skillId } = centre;
  await centre.router.close();
  await kit.system(async (ctx) => {
    await many(
      ctx,
      sql`
        with people as (
          insert into identity.account (id, username, name)
          select gen_random_uuid(), 'many-' || n, 'Persona ' || n from generate_series(1, 1000) n returning id
        ), skilled as (
          insert into routing.agent_skill (tenant_id, skill_id, agent_id, level)
          select ${kit.tenantId}::uuid, ${skillId}::uuid, id, 3 from people returning agent_id
        )
        insert into routing.agent (agent_id, tenant_id, tenants, state, since, activity, activity_since, present, idle_seq)
        select agent_id, ${kit.tenantId}::uuid, array[${kit.tenantId}::uuid], 'paused', now(), 'idle', now(), true, 1
        from skilled`,
    );
    await many(
      ctx,
      sql`
        insert into routing.waiting (interaction_id, tenant_id, queue_id, channel, kind, extra_priority, skills,
          enqueued_at, queued_at, seq, not_before, status, excluded, card)
        select gen_random_uuid(), ${kit.tenantId}::uuid, ${queueId}::uuid, 'voice', 'incoming', 0, '[]', now(), now(), n,
          'epoch', 'waiting', '{}', '{"caller": {"number": null, "name": null, "citizenId": null}, "topic": null}'
        from generate_series(1, 5000) n`,
    );
  });
  const router: Router = createRouter(kit.platform);
  await router.live.ready();
  assert.equal(router.live.engine.interactions.size, 5_000);
  await router.close();
});
