import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { WebSocket } from "ws";
import type { UserId } from "../../platform/index.ts";
import { realtimeRoute } from "../../platform/realtime/route.ts";
import type { Browser } from "../testing/browser.ts";
import { type IdentityKit, identityKit, PASSWORD } from "../testing/identity-kit.ts";

const OWN = "lluvia sobre el jacarandá";
let id: IdentityKit;
let admin: Browser;

before(async () => {
  id = await identityKit({ register: realtimeRoute });
  await id.person("jefa", { tenantId: id.kit.tenantId, role: "tenant-admin" });
  admin = await id.inside("jefa");
});
after(() => id?.close());

let people = 0;
async function agent(): Promise<{ username: string; userId: UserId }> {
  people += 1;
  const username = `obligada${people}`;
  return { username, userId: await id.person(username, { tenantId: id.kit.tenantId, role: "supervisor" }) };
}
const demand = (userId: string) => admin.post(`/api/v1/users/${userId}/password-change`);

describe("whoever has to change their password", () => {
  test("gets in, and finds every door closed but that of changing it", async () => {
    const { username, userId } = await agent();
    assert.equal((await demand(userId)).status, 204);
    const page = await id.inside(username);
    assert.equal((await page.get("/api/v1/me")).body.user.mustChangePassword, true);
    const doors = id.http.routes.filter(({ url }) => url.startsWith("/api/v1/"));
    assert.ok(doors.length > 30);
    const open: string[] = [];
    for (const { method, url } of doors) {
      const path = url.replace(/:\w+/g, "0190a000-0000-7000-8000-000000000000");
      if (url === "/api/v1/sign-out") continue;
      const { status, body } = await page.send(method as "GET", path, method === "GET" ? undefined : {});
      if (status !== 403 || body.key !== "passwordChangeDue") open.push(`${method} ${url}`);
    }
    assert.deepEqual(open.sort(), [
      "GET /api/v1/me",
      "POST /api/v1/me/password",
      "POST /api/v1/password-links/check",
      "POST /api/v1/password-links/use",
      "POST /api/v1/sign-in",
    ]);
  });

  test("has every door open at once after changing it, and is not asked again", async () => {
    const { username, userId } = await agent();
    await demand(userId);
    const page = await id.inside(username);
    assert.equal((await page.get("/api/v1/tenants")).status, 403);
    const change = (newPassword: string) =>
      page.post("/api/v1/me/password", { currentPassword: PASSWORD, newPassword });
    assert.equal((await change(PASSWORD)).body.key, "passwordSame");
    assert.equal((await page.get("/api/v1/tenants")).body.key, "passwordChangeDue");
    assert.equal((await change(OWN)).status, 204);
    assert.equal((await page.get("/api/v1/tenants")).status, 200);
    assert.equal((await page.get("/api/v1/me")).body.user.mustChangePassword, false);
    const later = id.browser();
    assert.equal((await later.signIn(username, OWN)).body.user.mustChangePassword, false);
    assert.equal((await later.get("/api/v1/tenants")).status, 200);
  });

  test("is stopped where they are: their other pages close too, their live screens open no more", async () => {
    const { username, userId } = await agent();
    const page = await id.inside(username);
    assert.equal((await page.get("/api/v1/tenants")).status, 200);
    assert.equal((await demand(userId)).status, 204);
    assert.equal((await page.get("/api/v1/tenants")).body.key, "passwordChangeDue");
    await id.http.app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = id.http.app.server.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/realtime`, {
      origin: `http://127.0.0.1:${port}`,
      headers: { cookie: [...page.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    const outcome = await new Promise((resolve) => {
      socket.once("open", () => resolve("open"));
      socket.once("error", (error) => resolve(error.message));
    });
    assert.match(String(outcome), /403/);
  });

  test("can still go", async () => {
    const { username, userId } = await agent();
    await demand(userId);
    const page = await id.inside(username);
    assert.equal((await page.post("/api/v1/sign-out")).status, 204);
    assert.equal((await page.get("/api/v1/me")).status, 401);
  });
});

test("nobody demands it of people beyond their reach, and it stands in the audit", async () => {
  const { userId } = await agent();
  await id.person("otra.jefa", { tenantId: id.kit.otherTenantId, role: "tenant-admin" });
  const stranger = await id.inside("otra.jefa");
  assert.equal((await stranger.post(`/api/v1/users/${userId}/password-change`)).status, 404);
  await demand(userId);
  const { entries } = (await admin.get(`/api/v1/audit?subjectId=${userId}`)).body;
  assert.equal(entries[0].action, "password.change-required");
});
