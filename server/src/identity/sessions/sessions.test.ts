import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { run, sql, type UserId } from "../../platform/index.ts";
import { sessionEnded, userDisabled } from "../events.ts";
import { type IdentityKit, identityKit, PASSWORD } from "../testing/identity-kit.ts";
import { deviceWords } from "./device-words.ts";
import { sweepSessions } from "./sweep-sessions.ts";

const LIMITS = { idleSeconds: 3_600, absoluteSeconds: 10 * 3_600 };
let id: IdentityKit;
let people = 0;

before(async () => {
  id = await identityKit({ limits: LIMITS });
});
after(() => id?.close());

async function agent(): Promise<{ username: string; userId: UserId }> {
  people += 1;
  const username = `agente${people}`;
  return { username, userId: await id.person(username, { tenantId: id.kit.tenantId, role: "agent" }) };
}

describe("my logins", () => {
  test("are listed with where they are, and one elsewhere is ended from here at once", async () => {
    const { username } = await agent();
    const desk = await id.inside(username);
    const home = await id.inside(username, { ip: "192.0.2.7" });
    const { sessions } = (await desk.get("/api/v1/sessions")).body;
    assert.deepEqual(
      sessions.map(({ current, ip }: { current: boolean; ip: string }) => [current, ip]).sort(),
      [
        [false, "192.0.2.7"],
        [true, "127.0.0.1"],
      ],
    );
    const other = sessions.find(({ current }: { current: boolean }) => !current);
    assert.equal((await desk.delete(`/api/v1/sessions/${other.id}`)).status, 204);
    assert.equal((await home.get("/api/v1/me")).status, 401);
    assert.equal((await desk.get("/api/v1/me")).status, 200);
  });

  test("of somebody else cannot be ended, nor seen", async () => {
    const victim = await id.inside((await agent()).username);
    const attacker = await id.inside((await agent()).username);
    const { sessionId } = (await victim.get("/api/v1/me")).body;
    assert.equal((await attacker.delete(`/api/v1/sessions/${sessionId}`)).status, 404);
    assert.equal((await attacker.delete("/api/v1/sessions")).status, 204);
    assert.equal((await victim.get("/api/v1/me")).status, 200);
  });

  test("end with signing out, here and in the database", async () => {
    const page = await id.inside((await agent()).username);
    const stolen = id.browser();
    stolen.cookies.set("vera-session", page.cookies.get("vera-session") ?? "");
    assert.equal((await page.post("/api/v1/sign-out")).status, 204);
    assert.equal(page.cookies.has("vera-session"), false);
    assert.equal((await stolen.get("/api/v1/me")).status, 401);
  });

  test("end when unused for the idle limit and, used or not, at the absolute one", async () => {
    const { username } = await agent();
    const [idle, used] = [await id.inside(username), await id.inside(username)];
    for (let minutes = 0; minutes < 90; minutes += 30) {
      id.kit.clock.advance(1_790);
      assert.equal((await used.get("/api/v1/me")).status, 200);
    }
    assert.equal((await idle.get("/api/v1/me")).status, 401);
    for (let hours = 0; hours < 10; hours += 0.5) {
      id.kit.clock.advance(1_800);
      await used.get("/api/v1/me");
    }
    assert.equal((await used.get("/api/v1/me")).status, 401);
  });

  test("that ran out are swept and told, so that their sockets close", async () => {
    const { username, userId } = await agent();
    await id.inside(username);
    const told: string[] = [];
    const stop = id.kit.platform.events.listen(
      sessionEnded,
      ({ data }) => void (data.userId === userId && told.push(data.reason)),
    );
    await sweepSessions(id.kit.platform, LIMITS);
    assert.deepEqual(told, []);
    id.kit.clock.advance(3_601);
    await sweepSessions(id.kit.platform, LIMITS);
    assert.deepEqual(told, ["expired"]);
    stop();
  });
});

describe("disabling a person", () => {
  test("ends every login at once, tells it, and lets nobody in again", async () => {
    const { username, userId } = await agent();
    await id.person("jefa", { tenantId: id.kit.tenantId, role: "tenant-admin" });
    const admin = await id.inside("jefa");
    const pages = [await id.inside(username), await id.inside(username, { ip: "192.0.2.9" })];
    for (const page of pages) assert.equal((await page.get("/api/v1/me")).status, 200);
    const told: string[] = [];
    const stops = [
      id.kit.platform.events.listen(
        sessionEnded,
        ({ data }) => void (data.userId === userId && told.push("session.ended")),
      ),
      id.kit.platform.events.listen(
        userDisabled,
        ({ data }) => void (data.userId === userId && told.push("user.disabled")),
      ),
    ];
    assert.equal((await admin.patch(`/api/v1/users/${userId}`, { disabled: true })).status, 200);
    for (const page of pages) assert.equal((await page.get("/api/v1/me")).status, 401);
    assert.deepEqual(told, ["session.ended", "session.ended", "user.disabled"]);
    assert.equal((await id.browser().signIn(username, PASSWORD)).status, 401);
    for (const stop of stops) stop();
    assert.equal((await admin.patch(`/api/v1/users/${userId}`, { disabled: false })).status, 200);
    assert.equal((await id.browser().signIn(username, PASSWORD)).status, 200);
  });

  test("by another process holds here within the cache's two seconds", async () => {
    const { username, userId } = await agent();
    const page = await id.inside(username);
    assert.equal((await page.get("/api/v1/me")).status, 200);
    // Written past this process's events, as another node would.
    await id.kit.system((ctx) =>
      run(ctx, sql`update identity.account set disabled_at = now() where id = ${userId}`),
    );
    id.kit.clock.advance(2);
    assert.equal((await page.get("/api/v1/me")).status, 401);
  });
});

describe("a page of another site", () => {
  const url = "/api/v1/sign-out";
  const own = {
    "x-vera": "1",
    host: "vera.example",
    origin: "https://vera.example",
    "sec-fetch-site": "same-origin",
  };

  test("cannot change anything with the visitor's cookie", async () => {
    const page = await id.inside((await agent()).username);
    const { "x-vera": _header, ...withoutHeader } = own;
    const forged = [
      withoutHeader,
      { ...own, origin: "https://malo.example" },
      { ...own, origin: "null" },
      { ...own, origin: "https://vera.example.malo.example" },
      { ...own, "sec-fetch-site": "cross-site" },
      { ...own, "sec-fetch-site": "same-site" },
    ];
    for (const headers of forged) {
      const reply = await page.send("POST", url, undefined, headers);
      assert.deepEqual([reply.status, reply.body.key], [403, "foreignPage"], JSON.stringify(headers));
    }
    assert.equal((await page.get("/api/v1/me")).status, 200);
    assert.equal((await page.send("POST", url, undefined, own)).status, 204);
  });

  test("cannot sign the visitor in as somebody else", async () => {
    const { username } = await agent();
    const reply = await id
      .browser()
      .send(
        "POST",
        "/api/v1/sign-in",
        { username, password: PASSWORD },
        { ...own, "sec-fetch-site": "cross-site" },
      );
    assert.equal(reply.status, 403);
  });

  test("a program with an API key needs none of it", async () => {
    const reply = await id
      .browser()
      .send("POST", url, undefined, { authorization: `Bearer vera_${"a".repeat(10)}_${"b".repeat(43)}` });
    assert.deepEqual([reply.status, reply.body.key], [401, "apiKeyRefused"]);
  });
});

test("a browser is said in words", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0";
  assert.equal(deviceWords(edge), "Edge · Windows");
  assert.equal(
    deviceWords("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
    "Firefox · Linux",
  );
  assert.equal(deviceWords("curl/8.5"), "curl/8.5");
});
