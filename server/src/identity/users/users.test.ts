import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { many, run, sql, type TenantId } from "../../platform/index.ts";
import type { Browser } from "../testing/browser.ts";
import { type IdentityKit, identityKit } from "../testing/identity-kit.ts";
import { userNames } from "./store.ts";

let id: IdentityKit;
let health: TenantId;
let hospital: TenantId;
let platformAdmin: Browser;
let provinceAdmin: Browser;
let healthAdmin: Browser;
let otherAdmin: Browser;

before(async () => {
  id = await identityKit();
  health = await id.tenant(id.kit.tenantId, "salud");
  hospital = await id.tenant(health, "hospital");
  await id.person("plataforma", { tenantId: null, role: "platform-admin" });
  await id.person("provincia", {
    tenantId: id.kit.tenantId,
    role: "tenant-admin",
    includesDescendants: true,
  });
  await id.person("salud.admin", { tenantId: health, role: "tenant-admin" });
  await id.person("otra.admin", {
    tenantId: id.kit.otherTenantId,
    role: "tenant-admin",
    includesDescendants: true,
  });
  platformAdmin = await id.inside("plataforma");
  provinceAdmin = await id.inside("provincia");
  healthAdmin = await id.inside("salud.admin");
  otherAdmin = await id.inside("otra.admin");
});
after(() => id?.close());

let people = 0;
function person(tenantId: string | null, role = "agent", includesDescendants = false) {
  people += 1;
  return {
    username: `persona${people}`,
    name: `Íñigo Núñez ${people}`,
    memberships: [{ tenantId, role, includesDescendants }],
  };
}
const names = (reply: { body: { users: { username: string }[] } }) =>
  reply.body.users.map(({ username }) => username);

describe("roles in several tenants", () => {
  test("give each permission exactly where they are held", async () => {
    await id.person(
      "varias",
      { tenantId: health, role: "agent", includesDescendants: true },
      { tenantId: id.kit.otherTenantId, role: "back-office" },
    );
    const { permissions, roles, tenants } = (await (await id.inside("varias")).get("/api/v1/me")).body;
    assert.deepEqual(roles, ["agent", "back-office"]);
    assert.deepEqual(permissions["interaction.handle"].sort(), [health, hospital].sort());
    assert.deepEqual(permissions["ticket.work"], [id.kit.otherTenantId]);
    assert.deepEqual(permissions["ticket.read"].sort(), [health, hospital, id.kit.otherTenantId].sort());
    assert.equal(permissions["user.manage"], undefined);
    assert.equal(tenants.length, 3);
  });

  test("on a branch reach a tenant that is created below it later, at once", async () => {
    await id.person("rama", { tenantId: health, role: "agent", includesDescendants: true });
    const page = await id.inside("rama");
    assert.equal((await page.get("/api/v1/tenants")).body.tenants.length, 2);
    const created = await id.tenant(health, "samco");
    assert.ok(
      (await page.get("/api/v1/tenants")).body.tenants.some(
        (tenant: { id: string }) => tenant.id === created,
      ),
    );
    await id.kit.system((ctx) =>
      run(ctx, sql`update tenants.tenant set closed_at = now() where id = ${created}`),
    );
  });

  test("taken away, or with less in them, hold no longer from the next request on", async () => {
    const { user } = (await platformAdmin.post("/api/v1/users", person(health, "tenant-admin"))).body;
    const [membership] = user.memberships;
    await platformAdmin.post(`/api/v1/users/${user.id}/memberships`, { tenantId: hospital, role: "agent" });
    await id.kit.system((ctx) =>
      run(
        ctx,
        sql`insert into identity.credential select ${user.id}, password_hash, now() from identity.credential limit 1`,
      ),
    );
    const page = await id.inside(user.username);
    assert.equal((await page.get("/api/v1/users")).status, 200);
    await platformAdmin.delete(`/api/v1/users/${user.id}/memberships/${membership.id}`);
    assert.equal((await page.get("/api/v1/users")).status, 403);
    assert.equal((await page.get("/api/v1/tenants")).status, 200);
    const agent = (await platformAdmin.get("/api/v1/roles")).body.roles.find(
      ({ code }: { code: string }) => code === "agent",
    );
    const less = agent.permissions.filter((permission: string) => permission !== "tenant.read");
    assert.equal((await platformAdmin.patch("/api/v1/roles/agent", { permissions: less })).status, 200);
    assert.equal((await page.get("/api/v1/tenants")).status, 403);
    await platformAdmin.patch("/api/v1/roles/agent", { permissions: agent.permissions });
  });
});

describe("people", () => {
  test("are found by name without accents, in the tenants of who asks only", async () => {
    const { user } = (await healthAdmin.post("/api/v1/users", person(health))).body;
    assert.ok(names(await provinceAdmin.get("/api/v1/users?q=inigo nunez")).includes(user.username));
    assert.deepEqual(names(await otherAdmin.get("/api/v1/users?q=inigo")), []);
    assert.equal((await otherAdmin.get(`/api/v1/users/${user.id}`)).status, 404);
    const seen = await id.kit.as({ tenants: [id.kit.otherTenantId] }, (ctx) =>
      many<{ username: string }>(ctx, sql`select username from identity.account`),
    );
    assert.deepEqual(
      seen.map(({ username }) => username).filter((name) => name !== "otra.admin" && name !== "varias"),
      [],
    );
    const shown = await id.kit.as({ tenants: [id.kit.otherTenantId] }, (ctx) => userNames(ctx, [user.id]));
    assert.equal(shown.get(user.id), user.name, "a name beside an act is shown");
  });

  test("come in pages of fifty, each once", async () => {
    for (let index = 0; index < 55; index += 1)
      await id.person(`fila${index}`, { tenantId: hospital, role: "trainee" });
    const first = (await provinceAdmin.get(`/api/v1/users?tenantId=${hospital}&role=trainee`)).body;
    const second = (
      await provinceAdmin.get(
        `/api/v1/users?tenantId=${hospital}&role=trainee&after=${encodeURIComponent(first.next)}`,
      )
    ).body;
    assert.deepEqual([first.users.length, second.users.length, second.next], [50, 5, null]);
    assert.equal(new Set([...first.users, ...second.users].map((user: { id: string }) => user.id)).size, 55);
  });

  test("choose their password by the link, which works once", async () => {
    const { user, link } = (await healthAdmin.post("/api/v1/users", person(health))).body;
    assert.match(link.path, /^\/set-password#[A-Za-z0-9_-]{43}$/);
    const page = id.browser();
    const check = await page.post("/api/v1/password-links/check", { token: link.token });
    assert.deepEqual([check.body.username, check.body.purpose], [user.username, "invite"]);
    const use = (password: string) =>
      page.post("/api/v1/password-links/use", { token: link.token, password });
    assert.equal((await use("corta")).body.key, "passwordTooShort");
    assert.equal((await use("contraseña2026")).body.key, "passwordTooCommon");
    assert.equal((await use("lluvia sobre el jacarandá")).status, 200);
    assert.equal((await use("otra lluvia sobre el jacarandá")).body.key, "passwordLinkGone");
    assert.equal((await page.signIn(user.username, "lluvia sobre el jacarandá")).status, 200);
  });

  test("two uses of a link at the same moment set one password", async () => {
    const { link } = (await healthAdmin.post("/api/v1/users", person(health))).body;
    const use = (password: string) =>
      id.browser().post("/api/v1/password-links/use", { token: link.token, password });
    const replies = await Promise.all([use("lluvia sobre el jacarandá"), use("viento entre los eucaliptos")]);
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 404]);
  });

  test("whose password is reset are out everywhere when the link is used; an older link is dead", async () => {
    const userId = await id.person("olvidadiza", { tenantId: health, role: "agent" });
    const inside = await id.inside("olvidadiza");
    const older = (await healthAdmin.post(`/api/v1/users/${userId}/password-link`)).body;
    const newer = (await healthAdmin.post(`/api/v1/users/${userId}/password-link`)).body;
    const use = (token: string) =>
      id.browser().post("/api/v1/password-links/use", { token, password: "lluvia sobre el jacarandá" });
    assert.equal((await use(older.token)).status, 404);
    assert.equal((await inside.get("/api/v1/me")).status, 200);
    assert.equal((await use(newer.token)).status, 200);
    assert.equal((await inside.get("/api/v1/me")).status, 401);
    const late = (await healthAdmin.post(`/api/v1/users/${userId}/password-link`)).body;
    id.kit.clock.advance(2 * 3_600 + 1);
    assert.equal((await use(late.token)).status, 404);
    platformAdmin = await id.inside("plataforma");
    provinceAdmin = await id.inside("provincia");
    healthAdmin = await id.inside("salud.admin");
    otherAdmin = await id.inside("otra.admin");
  });
});

describe("climbing", () => {
  const create = (who: Browser, fields: object) => who.post("/api/v1/users", fields);

  test("nobody gives a role outside the tenants where they manage people", async () => {
    assert.equal((await create(healthAdmin, person(id.kit.otherTenantId))).status, 404);
    assert.equal((await create(healthAdmin, person(hospital))).status, 404);
    assert.equal((await create(healthAdmin, person(id.kit.tenantId))).status, 404);
    assert.equal((await create(healthAdmin, person(health, "agent", true))).body.key, "branchNotYours");
    assert.equal((await create(provinceAdmin, person(health, "agent", true))).status, 201);
  });

  test("nobody but the platform gives the platform's role, and never on one tenant", async () => {
    assert.equal((await create(provinceAdmin, person(null, "platform-admin"))).body.key, "platformOnly");
    assert.equal((await create(provinceAdmin, person(health, "platform-admin"))).body.key, "roleTenant");
    assert.equal((await create(platformAdmin, person(null, "agent"))).body.key, "roleTenant");
    assert.equal((await create(platformAdmin, person(null, "platform-admin"))).status, 201);
  });

  test("a person who also works elsewhere is not taken over from one of their tenants", async () => {
    const userId = await id.person(
      "compartida",
      { tenantId: health, role: "agent" },
      { tenantId: id.kit.otherTenantId, role: "tenant-admin" },
    );
    const attempts = [
      healthAdmin.post(`/api/v1/users/${userId}/password-link`),
      healthAdmin.patch(`/api/v1/users/${userId}`, { disabled: true }),
      healthAdmin.patch(`/api/v1/users/${userId}`, { email: "mia@malo.example" }),
      healthAdmin.delete(`/api/v1/users/${userId}/sessions`),
    ];
    for (const attempt of attempts) assert.equal((await attempt).body.key, "managedFromAbove");
    const seen = (await healthAdmin.get(`/api/v1/users/${userId}`)).body;
    assert.deepEqual(
      seen.memberships.map(({ tenantId }: { tenantId: string }) => tenantId),
      [health],
    );
  });

  test("every route answers 404 to people of another tenant", async () => {
    const userId = await id.person("ajena", { tenantId: health, role: "agent" });
    const [membership] = (await healthAdmin.get(`/api/v1/users/${userId}`)).body.memberships;
    const attempts = [
      otherAdmin.get(`/api/v1/users/${userId}`),
      otherAdmin.patch(`/api/v1/users/${userId}`, { name: "Robada" }),
      otherAdmin.post(`/api/v1/users/${userId}/password-link`),
      otherAdmin.delete(`/api/v1/users/${userId}/sessions`),
      otherAdmin.post(`/api/v1/users/${userId}/memberships`, {
        tenantId: id.kit.otherTenantId,
        role: "agent",
      }),
      otherAdmin.delete(`/api/v1/users/${userId}/memberships/${membership.id}`),
      otherAdmin.get(`/api/v1/users?tenantId=${health}`),
    ];
    for (const attempt of attempts) assert.equal((await attempt).status, 404);
  });

  test("an agent manages nobody and nothing of the platform", async () => {
    await id.person("rasa", { tenantId: health, role: "agent" });
    const agent = await id.inside("rasa");
    const attempts = [
      agent.get("/api/v1/users"),
      agent.post("/api/v1/users", person(health)),
      agent.get("/api/v1/roles"),
      agent.post("/api/v1/roles", { code: "dios", name: "Dios", permissions: ["system.manage"] }),
      agent.get("/api/v1/api-keys"),
      agent.patch(`/api/v1/tenants/${health}`, { displayName: "Mía" }),
    ];
    for (const attempt of attempts) assert.equal((await attempt).status, 403);
  });

  test("the last administrator stays, and nobody disables themselves", async () => {
    const me = (await platformAdmin.get("/api/v1/me")).body;
    assert.equal(
      (await platformAdmin.patch(`/api/v1/users/${me.user.id}`, { disabled: true })).body.key,
      "notYourself",
    );
    const { users } = (await platformAdmin.get("/api/v1/users?role=platform-admin")).body;
    for (const { id: userId } of users) {
      if (userId !== me.user.id) await platformAdmin.patch(`/api/v1/users/${userId}`, { disabled: true });
    }
    const membership = me.memberships[0];
    const reply = await platformAdmin.delete(`/api/v1/users/${me.user.id}/memberships/${membership.id}`);
    assert.deepEqual([reply.status, reply.body.key], [409, "lastAdmin"]);
  });

  test("a role of tenants never gets the platform's permissions, and the administrator's role keeps its own", async () => {
    const post = (fields: object) =>
      platformAdmin.post("/api/v1/roles", { code: "auditoria", name: "Auditoría", ...fields });
    assert.equal((await post({ permissions: ["audit.read", "role.manage"] })).body.key, "platformPermission");
    assert.equal((await post({ permissions: ["no.existe"] })).body.key, "unknownPermission");
    assert.equal((await post({ permissions: ["audit.read"] })).status, 201);
    assert.equal((await post({ permissions: ["audit.read"] })).body.key, "roleExists");
    const stripped = await platformAdmin.patch("/api/v1/roles/platform-admin", {
      permissions: ["tenant.read"],
    });
    assert.equal(stripped.body.key, "adminKeepsRights");
    assert.equal((await platformAdmin.delete("/api/v1/roles/agent")).body.key, "roleBuiltIn");
    assert.equal((await platformAdmin.delete("/api/v1/roles/auditoria")).status, 204);
  });
});
