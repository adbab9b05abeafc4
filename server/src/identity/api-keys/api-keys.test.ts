import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { many, sql, type TenantId } from "../../platform/index.ts";
import type { Browser } from "../testing/browser.ts";
import { type IdentityKit, identityKit } from "../testing/identity-kit.ts";

let id: IdentityKit;
let child: TenantId;
let admin: Browser;

before(async () => {
  id = await identityKit();
  child = await id.tenant(id.kit.tenantId, "hija");
  await id.person("clavera", { tenantId: id.kit.tenantId, role: "tenant-admin", includesDescendants: true });
  await id.person("ajena", { tenantId: id.kit.otherTenantId, role: "tenant-admin" });
  admin = await id.inside("clavera");
});
after(() => id?.close());

const fields = (change: object = {}) => ({
  tenantId: id.kit.tenantId,
  name: "Tablero",
  permissions: ["tenant.read"],
  ...change,
});
const withKey = (key: string) => id.browser({ headers: { authorization: `Bearer ${key}` } });

test("a key does what its scopes say, where it was given, and is shown once", async () => {
  const created = await admin.post("/api/v1/api-keys", fields());
  assert.equal(created.status, 201);
  const { key, apiKey } = created.body;
  assert.match(key, /^vera_[a-z0-9]{10}_[A-Za-z0-9_-]{43}$/);
  assert.equal(apiKey.prefix, key.split("_")[1]);
  const program = withKey(key);
  const { tenants } = (await program.get("/api/v1/tenants")).body;
  assert.deepEqual(
    tenants.map((tenant: { id: string }) => tenant.id),
    [id.kit.tenantId],
  );
  assert.equal((await program.get("/api/v1/users")).status, 403);
  assert.equal((await program.get(`/api/v1/tenants/${child}`)).status, 404);
  assert.equal((await program.get("/api/v1/me")).body.key, "peopleOnly");
  const listed = (await admin.get("/api/v1/api-keys")).body.apiKeys;
  assert.equal(JSON.stringify(listed).includes(key.split("_")[2] ?? "?"), false);
  const stored = await id.kit.system((ctx) =>
    many<{ hash: Buffer }>(ctx, sql`select secret_hash as hash from identity.api_key`),
  );
  assert.ok(stored.every(({ hash }) => hash.length === 32));
});

test("a key with descendants reaches the branch", async () => {
  const { key } = (await admin.post("/api/v1/api-keys", fields({ includesDescendants: true }))).body;
  assert.equal((await withKey(key).get("/api/v1/tenants")).body.tenants.length, 2);
});

test("nobody gives a key what they lack, or where they lack it", async () => {
  const key = (change: object) => admin.post("/api/v1/api-keys", fields(change));
  assert.equal((await key({ permissions: ["system.manage"] })).body.key, "notYours");
  assert.equal((await key({ permissions: ["no.existe"] })).body.key, "unknownPermission");
  assert.equal((await key({ tenantId: id.kit.otherTenantId })).status, 404);
  assert.equal((await key({ tenantId: null })).status, 403);
  assert.equal((await key({ expiresAt: "2020-01-01T00:00:00Z" })).body.key, "expiryPast");
});

test("a revoked, an expired and a half-right key are refused at once", async () => {
  const revoked = (await admin.post("/api/v1/api-keys", fields())).body;
  assert.equal((await withKey(revoked.key).get("/api/v1/tenants")).status, 200);
  assert.equal((await admin.delete(`/api/v1/api-keys/${revoked.apiKey.id}`)).status, 204);
  assert.deepEqual((await withKey(revoked.key).get("/api/v1/tenants")).status, 401);
  const short = (await admin.post("/api/v1/api-keys", fields({ expiresAt: "2026-03-10T13:10:00Z" }))).body;
  const wrongSecret = `${short.key.slice(0, -1)}${short.key.endsWith("A") ? "B" : "A"}`;
  assert.equal((await withKey(wrongSecret).get("/api/v1/tenants")).status, 401);
  assert.equal((await withKey(short.key).get("/api/v1/tenants")).status, 200);
  id.kit.clock.advance(11 * 60);
  assert.equal((await withKey(short.key).get("/api/v1/tenants")).status, 401);
  assert.equal((await withKey("").get("/api/v1/tenants")).status, 401);
});

test("keys of another tenant are neither seen nor revoked", async () => {
  const { apiKey } = (await admin.post("/api/v1/api-keys", fields())).body;
  const other = await id.inside("ajena");
  assert.deepEqual((await other.get("/api/v1/api-keys")).body.apiKeys, []);
  assert.equal((await other.delete(`/api/v1/api-keys/${apiKey.id}`)).status, 404);
});
