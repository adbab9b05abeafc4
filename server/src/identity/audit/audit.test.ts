import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type IdentityKit, identityKit } from "../testing/identity-kit.ts";

let id: IdentityKit;
before(async () => {
  id = await identityKit();
  await id.person("plataforma", { tenantId: null, role: "platform-admin" });
  await id.person("provincia", { tenantId: id.kit.tenantId, role: "tenant-admin" });
  await id.person("otra", { tenantId: id.kit.otherTenantId, role: "tenant-admin" });
});
after(() => id?.close());

const actions = (reply: { body: { entries: { action: string }[] } }) =>
  reply.body.entries.map(({ action }) => action);

test("an organism reads its own acts, the platform all, and a page leads to the next", async () => {
  const province = await id.inside("provincia");
  for (let index = 0; index < 55; index += 1) {
    await province.patch(`/api/v1/tenants/${id.kit.tenantId}`, { displayName: `Provincia ${index}` });
  }
  const first = await province.get("/api/v1/audit?action=tenant.");
  assert.equal(first.body.entries.length, 50);
  const [newest] = first.body.entries;
  assert.deepEqual(
    [newest.actor.name, newest.subject, newest.detail],
    ["Persona provincia", { kind: "tenant", id: id.kit.tenantId }, { displayName: "Provincia 54" }],
  );
  const second = await province.get(`/api/v1/audit?action=tenant.&before=${first.body.next}`);
  assert.deepEqual([second.body.entries.length, second.body.next], [5, null]);
  assert.ok(!actions(await province.get("/api/v1/audit")).includes("sign-in.accepted"));
  assert.deepEqual(actions(await (await id.inside("otra")).get("/api/v1/audit?action=tenant.")), []);
  assert.equal(
    (await (await id.inside("otra")).get(`/api/v1/audit?tenantId=${id.kit.tenantId}`)).status,
    404,
  );
  const platform = await id.inside("plataforma");
  assert.ok(actions(await platform.get("/api/v1/audit")).includes("sign-in.accepted"));
  assert.deepEqual((await platform.get("/api/v1/audit/integrity")).body, {
    whole: true,
    brokenSeq: null,
    reason: null,
  });
  assert.equal((await province.get("/api/v1/audit/integrity")).status, 403);
});
