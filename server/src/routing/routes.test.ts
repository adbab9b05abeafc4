import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Principal } from "../platform/index.ts";
import { many, sql } from "../platform/index.ts";
import type { TestClient } from "../platform/testing/index.ts";
import { routes } from "./routes.ts";
import { type LiveCentre, liveCentre } from "./testing/live-centre.ts";

let centre: LiveCentre;
let http: TestClient;
let admin: Principal;
let stranger: Principal;
before(async () => {
  centre = await liveCentre();
  http = await centre.kit.http((server) => routes(server, centre.router));
  const permissions = [
    "queue.read",
    "queue.manage",
    "skill.manage",
    "supervise.view",
    "supervise.state",
  ] as const;
  admin = centre.kit.principal({ permissions: [...permissions] });
  stranger = centre.kit.principal({ permissions: [...permissions], tenants: [centre.kit.otherTenantId] });
});
after(() => centre.close());

async function person(name: string): Promise<{ agentId: string; principal: Principal }> {
  const agentId = await centre.agent(name);
  await centre.kit.system((ctx) =>
    many(
      ctx,
      sql`
        with role as (
          insert into identity.role (code, name) values ('agent', 'Agente') on conflict (code) do update set name = 'Agente'
          returning code
        )
        insert into identity.membership (id, user_id, tenant_id, role)
        select ${ctx.ids.uuid()}, ${agentId}, ${centre.kit.tenantId}, code from role`,
    ),
  );
  const principal = centre.kit.principal({
    permissions: ["agent.state", "interaction.handle"],
    userId: agentId,
  });
  return { agentId, principal };
}

test("an agent goes ready, gets the call, takes it; a stranger's accept is a 404", async () => {
  const { agentId, principal } = await person("ana");
  const me = http.as(principal);
  assert.equal((await me.post("/api/v1/agent/presence", { here: true })).status, 204);
  const ready = await me.put("/api/v1/agent/state", { state: "ready" });
  assert.deepEqual([ready.status, ready.body.state, ready.body.present], [200, "ready", true]);
  const interactionId = await centre.call();
  const { offers } = (await me.get("/api/v1/agent/state")).body;
  const [offerId] = Object.keys(offers);
  const other = await person("bea");
  assert.equal((await http.as(other.principal).post(`/api/v1/offers/${offerId}/accept`)).status, 404);
  const taken = await me.post(`/api/v1/offers/${offerId}/accept`);
  assert.equal(taken.body.contacts[interactionId].phase, "connecting");
  assert.equal((await http.as(other.principal).post(`/api/v1/offers/${offerId}/accept`)).status, 409);
  const pause = await me.put("/api/v1/agent/state", { state: "paused", reason: "lunch" });
  assert.deepEqual(pause.body.requestedNext, {
    state: "paused",
    reason: { code: "lunch", label: "Almuerzo" },
  });
  assert.equal((await me.delete("/api/v1/agent/next-state")).body.requestedNext, null);
  await centre.router.withdraw(interactionId, "abandoned");
  await centre.router.agentGone(agentId);
});

test("a pause needs a reason that people may choose", async () => {
  const { principal } = await person("ana");
  const me = http.as(principal);
  assert.equal((await me.put("/api/v1/agent/state", { state: "paused" })).status, 422);
  assert.equal(
    (await me.put("/api/v1/agent/state", { state: "paused", reason: "not-responding" })).status,
    422,
  );
  assert.equal(
    (await me.put("/api/v1/agent/state", { state: "paused", reason: "break" })).body.reason.label,
    "Descanso",
  );
});

test("a supervisor sees agents and queues of the organism and changes a state, audited; another organism's sees nobody", async () => {
  const { agentId } = await person("ana");
  await centre.router.agentPresent(agentId);
  const list = (await http.as(admin).get("/api/v1/agents/live")).body.items as { agentId: string }[];
  assert.ok(list.some((agent) => agent.agentId === agentId));
  assert.deepEqual((await http.as(stranger).get("/api/v1/agents/live")).body.items, []);
  assert.deepEqual((await http.as(stranger).get("/api/v1/queues/live")).body.items, []);
  const change = { state: "paused", reason: "meeting" };
  assert.equal((await http.as(stranger).put(`/api/v1/agents/${agentId}/state`, change)).status, 404);
  const changed = await http.as(admin).put(`/api/v1/agents/${agentId}/state`, change);
  assert.equal(changed.body.reason.label, "Reunión");
  const entries = await centre.kit.system((ctx) =>
    many(
      ctx,
      sql`select 1 from platform.audit_entry where action = 'agent.state-set' and subject_id = ${agentId}`,
    ),
  );
  assert.equal(entries.length, 1);
});

test("queues: usual settings, checks in words, changes that apply at once, no trace for another organism", async () => {
  const { tenantId } = centre.kit;
  const as = http.as(admin);
  const skill = (await as.post("/api/v1/skills", { tenantId, name: "Salud" })).body;
  assert.equal((await as.post("/api/v1/skills", { tenantId, name: "salud" })).status, 409);
  const requirements = [{ skillId: skill.id, minimumLevel: 2 }];
  const queue = (await as.post("/api/v1/queues", { tenantId, name: "Salud", requirements })).body;
  assert.deepEqual([queue.offerSeconds, queue.strategy, queue.serviceLevelSeconds], [20, "longest-idle", 20]);
  assert.equal((await as.delete(`/api/v1/skills/${skill.id}`)).status, 409);
  assert.equal((await as.patch(`/api/v1/queues/${queue.id}`, { strategy: "by-magic" })).status, 422);
  const circle = await as.patch(`/api/v1/queues/${queue.id}`, {
    overflow: { kind: "queue", queueId: queue.id },
  });
  assert.equal(circle.status, 422);
  assert.equal((await http.as(stranger).get(`/api/v1/queues/${queue.id}`)).status, 404);
  assert.equal((await http.as(stranger).patch(`/api/v1/queues/${queue.id}`, { name: "Mía" })).status, 404);

  const { agentId } = await person("ana");
  await centre.router.agentPresent(agentId);
  await centre.router.setAgentState({ agentId, state: "ready", reason: null });
  const interactionId = await centre.interaction();
  await centre.router.enqueue({ interactionId, queueId: queue.id, channel: "voice" });
  assert.equal((await as.delete(`/api/v1/queues/${queue.id}`)).status, 409, "somebody still waits");
  assert.equal(Object.keys((await centre.router.desk(agentId)).offers).length, 0);
  const items = [{ skillId: skill.id, level: 4 }];
  assert.equal((await as.put(`/api/v1/agents/${agentId}/skills`, { items })).status, 200);
  await centre.settle();
  assert.equal(
    Object.keys((await centre.router.desk(agentId)).offers).length,
    1,
    "the new skill brings the call",
  );
});
