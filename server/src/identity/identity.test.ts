import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PERMISSIONS } from "@vera/contracts/permissions";
import { type Context, many, run, sql, type TenantId } from "../platform/index.ts";
import { firstStart } from "./first-start.ts";
import { grantsOf } from "./rights/grants.ts";
import { DEFAULT_ROLES, PLATFORM_PERMISSIONS } from "./roles/default-roles.ts";
import { seedRoles } from "./roles/seed-roles.ts";
import { networkOf } from "./sign-in/throttle.ts";
import { type IdentityKit, identityKit, PASSWORD } from "./testing/identity-kit.ts";

let id: IdentityKit;

before(async () => {
  id = await identityKit();
});
after(() => id?.close());

describe("the first start", () => {
  test("gives one administrator a link; the next start a new one; and none once somebody can sign in", async () => {
    const first = await firstStart(id.kit.platform);
    const second = await firstStart(id.kit.platform);
    assert.equal(first?.username, "admin");
    const page = id.browser();
    const use = (token = "") =>
      page.post("/api/v1/password-links/use", { token, password: "lluvia sobre el jacarandá" });
    assert.equal((await use(first?.link.token)).status, 404);
    assert.equal((await use(second?.link.token)).status, 200);
    assert.equal(await firstStart(id.kit.platform), undefined);
    assert.equal((await page.get("/api/v1/me")).body.user.username, "admin", "the link signs in");
    const me = (await page.signIn("admin", "lluvia sobre el jacarandá")).body;
    assert.deepEqual([me.roles, me.permissions["system.manage"]], [["platform-admin"], "all"]);
    const admins = await id.kit.system((ctx) =>
      many(ctx, sql`select id from identity.account where username = 'admin'`),
    );
    assert.equal(admins.length, 1);
  });
});

describe("roles as data", () => {
  test("the roles that ship name only permissions that exist, and the platform's only in the platform's", () => {
    for (const [code, { permissions, platformWide }] of Object.entries(DEFAULT_ROLES)) {
      assert.equal(new Set(permissions).size, permissions.length, code);
      if (platformWide) continue;
      assert.deepEqual(
        permissions.filter((permission) => PLATFORM_PERMISSIONS.includes(permission)),
        [],
        code,
      );
    }
    const given = new Set(Object.values(DEFAULT_ROLES).flatMap(({ permissions }) => [...permissions]));
    assert.deepEqual(
      PERMISSIONS.filter((permission) => !given.has(permission)),
      [],
      "nobody has these",
    );
  });

  test("a permission of a new release reaches the built-in roles once; what people took away stays away", async () => {
    const has = (ctx: Context, permission: string) =>
      many(
        ctx,
        sql`select role from identity.role_permission where role = 'agent' and permission = ${permission}`,
      );
    const counts = await id.kit.system(async (ctx) => {
      await run(ctx, sql`delete from identity.role_permission where permission = 'call.place'`);
      await run(ctx, sql`delete from identity.role_permission where permission = 'ticket.create'`);
      await run(ctx, sql`delete from identity.known_permission where code = 'ticket.create'`);
      await seedRoles(ctx);
      await seedRoles(ctx);
      return [(await has(ctx, "call.place")).length, (await has(ctx, "ticket.create")).length];
    });
    assert.deepEqual(counts, [0, 1]);
  });

  test("the whole platform wins over tenants, and two roles add up", () => {
    const [a, b, c] = ["a", "b", "c"] as TenantId[] as [TenantId, TenantId, TenantId];
    const grants = grantsOf(
      [
        { tenantId: a, includesDescendants: true, permissions: ["tenant.read", "user.read"] },
        { tenantId: c, includesDescendants: false, permissions: ["tenant.read"] },
        { tenantId: null, includesDescendants: false, permissions: ["user.read"] },
      ],
      new Map([[a, [a, b]]]),
    );
    assert.deepEqual(grants.get("tenant.read"), [a, b, c]);
    assert.equal(grants.get("user.read"), "system");
    assert.equal(grants.get("role.manage"), undefined);
  });
});

describe("changing one's password", () => {
  const next = "viento entre los eucaliptos";

  test("needs the current one, refuses a bad or an equal new one, and ends all other logins", async () => {
    await id.person("cambia", { tenantId: id.kit.tenantId, role: "agent" });
    const [here, elsewhere] = [await id.inside("cambia"), await id.inside("cambia")];
    const change = (currentPassword: string, newPassword: string) =>
      here.post("/api/v1/me/password", { currentPassword, newPassword });
    assert.equal((await change("no es esta", next)).body.key, "currentPasswordWrong");
    assert.equal((await change(PASSWORD, "cambia cambia 2026")).body.key, "passwordTooCommon");
    assert.equal((await change(PASSWORD, PASSWORD)).body.key, "passwordSame");
    assert.equal((await change(PASSWORD, next)).status, 204);
    assert.equal((await here.get("/api/v1/me")).status, 200);
    assert.equal((await elsewhere.get("/api/v1/me")).status, 401);
    assert.equal((await id.browser().signIn("cambia", PASSWORD)).status, 401);
    assert.equal((await id.browser().signIn("cambia", next)).status, 200);
  });

  test("from a stolen login is no place to guess the current one", async () => {
    await id.person("robada", { tenantId: id.kit.tenantId, role: "agent" });
    const thief = await id.inside("robada");
    const guess = () =>
      thief.post("/api/v1/me/password", { currentPassword: "no es esta", newPassword: next });
    for (let attempt = 0; attempt < 10; attempt += 1) await guess();
    assert.equal((await guess()).status, 429);
  });

  test("is left with name and language to oneself", async () => {
    await id.person("yo", { tenantId: id.kit.tenantId, role: "agent" });
    const page = await id.inside("yo");
    const me = await page.patch("/api/v1/me", { locale: "en", name: "Yo misma" });
    assert.deepEqual([me.body.user.locale, me.body.user.name], ["en", "Yo misma"]);
    assert.equal((await page.patch("/api/v1/me", { locale: "fr" })).status, 422);
  });
});

test("no role of a request reads a secret", async () => {
  for (const table of ["credential", "session", "throttle", "known_device", "password_link"]) {
    await assert.rejects(
      id.kit.as({ tenants: [id.kit.tenantId] }, (ctx) =>
        many(ctx, sql`select 1 from ${sql.raw(`identity.${table}`)}`),
      ),
      /permission denied/,
      table,
    );
  }
});

test("an address counts with its network", () => {
  assert.equal(networkOf("192.0.2.7"), "192.0.2.7");
  assert.equal(networkOf("::ffff:192.0.2.7"), "192.0.2.7");
  assert.equal(networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  assert.equal(networkOf("2001:db8:1:2::99"), "2001:db8:1:2::/64");
  assert.equal(networkOf("::1"), "0:0:0:0::/64");
});
