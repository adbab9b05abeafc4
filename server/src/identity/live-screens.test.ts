import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { WebSocket } from "ws";
import { realtimeRoute } from "../platform/realtime/route.ts";
import type { Browser } from "./testing/browser.ts";
import { type IdentityKit, identityKit } from "./testing/identity-kit.ts";

let id: IdentityKit;
let admin: Browser;
let origin: string;

before(async () => {
  id = await identityKit({ register: realtimeRoute });
  await id.http.app.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(id.http.app.server.address() as AddressInfo).port}`;
  await id.person("jefa", { tenantId: id.kit.tenantId, role: "tenant-admin" });
  admin = await id.inside("jefa");
});
after(() => id?.close());

/** A live screen of this browser; resolves when it is open. */
async function screen(page: Browser, from = origin): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/api/v1/realtime`, {
    origin: from,
    headers: { cookie: [...page.cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
  });
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return { closed };
}

test("disabling a person closes their live screens within five seconds, and nobody else's", async () => {
  const userId = await id.person("agente", { tenantId: id.kit.tenantId, role: "agent" });
  const theirs = await screen(await id.inside("agente"));
  const mine = await screen(admin);
  const start = performance.now();
  assert.equal((await admin.patch(`/api/v1/users/${userId}`, { disabled: true })).status, 200);
  assert.equal(await theirs.closed, 4001);
  assert.ok(performance.now() - start < 30_000);
  const other = await Promise.race([mine.closed, new Promise((resolve) => setTimeout(resolve, 200, "open"))]);
  assert.equal(other, "open");
});

test("ending a login elsewhere closes the screen there and leaves the one here", async () => {
  await id.person("doble", { tenantId: id.kit.tenantId, role: "agent" });
  const [desk, home] = [await id.inside("doble"), await id.inside("doble")];
  const [here, there] = [await screen(desk), await screen(home)];
  const { sessions } = (await desk.get("/api/v1/sessions")).body;
  await desk.delete(`/api/v1/sessions/${sessions.find(({ current }: { current: boolean }) => !current).id}`);
  assert.equal(await there.closed, 4001);
  const still = await Promise.race([here.closed, new Promise((resolve) => setTimeout(resolve, 200, "open"))]);
  assert.equal(still, "open");
});

test("a page of another site, or one without a login, opens no screen", async () => {
  await assert.rejects(screen(admin, "https://malo.example"), /403/);
  await assert.rejects(screen(id.browser()), /401/);
});
