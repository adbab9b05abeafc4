import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { many, sql } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { trunkTo } from "../testing/trunk-bench.ts";
import { trunkRoutes } from "./routes.ts";

let kit: TestPlatform;
let ours: ReturnType<TestClient["as"]>;
let other: ReturnType<TestClient["as"]>;
let reader: ReturnType<TestClient["as"]>;

before(async () => {
  kit = await testPlatform();
  const client = await kit.http((http) => trunkRoutes(http, { isOnline: () => true }));
  const permissions = ["trunk.manage"] as const;
  ours = client.as(kit.principal({ permissions }));
  other = client.as(kit.principal({ permissions, tenants: [kit.otherTenantId] }));
  reader = client.as(kit.principal({ permissions: ["queue.read"] }));
});
after(() => kit?.close());

let names = 0;
async function addTrunk(more: object = {}): Promise<{ id: string; [field: string]: unknown }> {
  const body = { tenantId: kit.tenantId, ...trunkTo(5060, { name: `Troncal ${++names}` }), ...more };
  const reply = await ours.post("/api/v1/trunks", body);
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return reply.body;
}

test("a trunk is added, listed and changed; its password never comes back nor lies in the database", async () => {
  const password = "sol-de-mayo-1810";
  const trunk = await addTrunk({ kind: "register", username: "santafe", password });
  assert.equal(trunk["hasPassword"], true);
  const list = await ours.get("/api/v1/trunks");
  assert.ok(list.body.trunks.some((one: { id: string }) => one.id === trunk.id));
  assert.ok(!JSON.stringify(list.body).includes(password));
  const settings = trunkTo(5062, { name: "Otra", kind: "register", username: "santafe" });
  const changed = await ours.put(`/api/v1/trunks/${trunk.id}`, settings);
  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  assert.deepEqual([changed.body.port, changed.body.hasPassword, changed.body.online], [5062, true, true]);
  const stored = await kit.system((ctx) => many(ctx, sql`select * from voice.trunk where id = ${trunk.id}`));
  assert.ok(!JSON.stringify(stored).includes(password));
});

test("what would not work is refused with the reason", async () => {
  const refused = async (more: object): Promise<string> => {
    const body = { tenantId: kit.tenantId, ...trunkTo(5060, { name: "Mala" }), ...more };
    const reply = await ours.post("/api/v1/trunks", body);
    assert.ok(reply.status >= 400 && reply.status < 500, `${reply.status}`);
    return JSON.stringify(reply.body);
  };
  assert.match(await refused({ addresses: [] }), /address/);
  assert.match(await refused({ kind: "register", username: "x" }), /password/);
  assert.match(await refused({ addresses: ["0.0.0.0/0"] }), /too wide/);
  await refused({ host: "x;y\nz" });
  await refused({ tenantId: kit.otherTenantId });
  const { name } = await addTrunk();
  assert.match(await refused({ name: String(name).toUpperCase() }), /already/);
});

test("an account's user name is given, not chosen", async () => {
  const trunk = await addTrunk({
    kind: "account",
    host: null,
    username: "elegido",
    password: "una-clave-larga",
  });
  assert.match(String(trunk["username"]), /^trunk-[0-9a-f]{12}$/);
});

test("a route keeps its trunks in order and holds them", async () => {
  const [first, second] = [await addTrunk(), await addTrunk()];
  const body = {
    tenantId: kit.tenantId,
    name: "Rosario",
    prefix: "54341",
    trunkIds: [second.id, first.id],
    active: true,
  };
  const route = await ours.post("/api/v1/outbound-routes", body);
  assert.equal(route.status, 201);
  assert.deepEqual(route.body.trunkIds, [second.id, first.id]);
  assert.equal((await ours.post("/api/v1/outbound-routes", body)).status, 409);
  assert.equal((await ours.delete(`/api/v1/trunks/${first.id}`)).status, 409);
  const { tenantId: _, ...settings } = body;
  const url = `/api/v1/outbound-routes/${route.body.id}`;
  assert.equal((await ours.put(url, { ...settings, trunkIds: [second.id] })).status, 200);
  assert.equal((await ours.delete(`/api/v1/trunks/${first.id}`)).status, 204);
  assert.equal((await ours.get(`/api/v1/trunks/${first.id}`)).status, 404);
  assert.equal((await ours.delete(url)).status, 204);
});

test("what may be dialled is set for a tenant and read with its origin", async () => {
  const url = `/api/v1/tenants/${kit.tenantId}/outbound-policy`;
  assert.deepEqual((await ours.get(url)).body, { policy: null, inheritedFrom: null });
  const policy = {
    callerId: "+543424506600",
    allowedPrefixes: ["54"],
    blockedPrefixes: ["54600"],
    maxCalls: 20,
  };
  assert.equal((await ours.put(url, policy)).status, 200);
  assert.deepEqual((await ours.get(url)).body, { policy, inheritedFrom: null });
  assert.equal((await ours.put(url, { ...policy, callerId: "3424506600" })).status, 422);
});

test("another tenant and another role reach nothing; every change is in the audit", async () => {
  const trunk = await addTrunk();
  const settings = trunkTo(5060);
  const theirs = [
    await other.get(`/api/v1/trunks/${trunk.id}`),
    await other.put(`/api/v1/trunks/${trunk.id}`, settings),
    await other.delete(`/api/v1/trunks/${trunk.id}`),
    await other.get(`/api/v1/tenants/${kit.tenantId}/outbound-policy`),
    await other.post("/api/v1/outbound-routes", {
      tenantId: kit.otherTenantId,
      name: "x",
      prefix: "",
      trunkIds: [trunk.id],
      active: true,
    }),
  ];
  assert.deepEqual(
    theirs.map((reply) => reply.status),
    [404, 404, 404, 404, 404],
  );
  assert.equal((await other.get("/api/v1/trunks")).body.trunks.length, 0);
  assert.equal((await reader.get("/api/v1/trunks")).status, 403);
  const acts = await kit.system((ctx) =>
    many<{ action: string }>(
      ctx,
      sql`select action from platform.audit_entry where subject_id = ${trunk.id}`,
    ),
  );
  assert.deepEqual(acts, [{ action: "trunk.created" }]);
});
