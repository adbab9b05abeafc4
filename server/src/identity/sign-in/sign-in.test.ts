import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { many, sql } from "../../platform/index.ts";
import { HashLane } from "../passwords/hash-lane.ts";
import { type IdentityKit, identityKit, PASSWORD } from "../testing/identity-kit.ts";
import { signIn } from "./sign-in.ts";

let id: IdentityKit;
let people = 0;

before(async () => {
  id = await identityKit();
});
after(() => id?.close());

async function agent(): Promise<string> {
  people += 1;
  const username = `agente${people}`;
  await id.person(username, { tenantId: id.kit.tenantId, role: "agent" });
  return username;
}
/** Addresses of the documentation range, RFC 5737. */
const address = (last: number) => ({ ip: `192.0.2.${last}` });

describe("signing in", () => {
  test("gives a login in a cookie that scripts and other sites cannot use, and says who one is", async () => {
    const username = await agent();
    const page = id.browser();
    const reply = await page.signIn(` ${username.toUpperCase()} `, PASSWORD);
    assert.equal(reply.status, 200);
    assert.deepEqual(reply.body.roles, ["agent"]);
    assert.deepEqual(reply.body.permissions["interaction.handle"], [id.kit.tenantId]);
    assert.equal(reply.body.tenants[0].id, id.kit.tenantId);
    const cookies = [reply.headers["set-cookie"]].flat().map(String);
    const session = cookies.find((cookie) => cookie.startsWith("vera-session="));
    assert.match(session ?? "", /; HttpOnly/);
    assert.match(session ?? "", /; SameSite=Lax/);
    assert.doesNotMatch(session ?? "", /Secure|Expires|Max-Age|Domain/);
    assert.equal((await page.get("/api/v1/me")).body.user.username, username);
  });

  test("behind a proxy that speaks https the cookie is bound to the host and Secure", async () => {
    const username = await agent();
    const page = id.browser({ ip: "127.0.0.9", headers: { "x-vera": "1", "x-forwarded-proto": "https" } });
    const reply = await page.signIn(username, PASSWORD);
    const cookies = [reply.headers["set-cookie"]].flat().map(String);
    assert.match(cookies.join("\n"), /__Host-vera-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    assert.equal((await page.get("/api/v1/me")).status, 200);
  });

  test("a wrong password, an unknown name and a disabled person get the same answer", async () => {
    const username = await agent();
    const disabled = await agent();
    const userId = await id.kit.system(async (ctx) => {
      await many(
        ctx,
        sql`update identity.account set disabled_at = now() where username = ${disabled} returning id`,
      );
      return disabled;
    });
    const replies = [
      await id.browser(address(10)).signIn(username, "no es esta, seguro"),
      await id.browser(address(11)).signIn("nadie", PASSWORD),
      await id.browser(address(12)).signIn(userId, PASSWORD),
    ];
    for (const { status, body, headers } of replies) {
      assert.equal(status, 401);
      assert.equal(headers["set-cookie"], undefined);
      const { requestId, ...rest } = body;
      assert.ok(requestId);
      assert.deepEqual(rest, {
        type: "urn:vera:problem:signInRefused",
        title: "unauthenticated",
        status: 401,
        detail: "User name or password is wrong",
        code: "unauthenticated",
        key: "signInRefused",
      });
    }
  });

  test("an unknown name costs the same hash, the same statements and the same audit entry", async () => {
    const trace = async (username: string, last: number) => {
      const before = await audits();
      await id.browser(address(last)).signIn(username, "no es esta, seguro");
      return (await audits()) - before;
    };
    assert.deepEqual([await trace(await agent(), 20), await trace("fantasma", 21)], [1, 1]);
    const buckets = await id.kit.system((ctx) =>
      many<{ bucket: string }>(
        ctx,
        sql`select bucket from identity.throttle where bucket like '%fantasma' order by bucket`,
      ),
    );
    assert.deepEqual(
      buckets.map(({ bucket }) => bucket),
      ["account|fantasma", "pair|192.0.2.21|fantasma"],
    );
  });

  test("a login that the browser had before ends when it signs in again", async () => {
    const page = await id.inside(await agent());
    const old = page.cookies.get("vera-session") ?? "";
    await page.signIn(await agent(), PASSWORD);
    assert.notEqual(page.cookies.get("vera-session"), old);
    const thief = id.browser();
    thief.cookies.set("vera-session", old);
    assert.equal((await thief.get("/api/v1/me")).status, 401);
  });

  test("a person disabled while their password is being verified is not let in", async () => {
    const username = await agent();
    const lane = new HashLane({ width: 1, maxWaiting: 2 });
    const gate = Promise.withResolvers<void>();
    const blocker = lane.run(() => gate.promise);
    const deps = {
      platform: id.kit.platform,
      lane,
      limits: { idleSeconds: 60, absoluteSeconds: 60 },
      decoyHash: "",
    };
    const browser = { ip: "192.0.2.200", userAgent: "", deviceToken: undefined, previousToken: undefined };
    const attempt = signIn(deps, { username, password: PASSWORD, ...browser });
    attempt.catch(() => undefined);
    while (!(await reserved(username))) await setImmediate();
    await id.kit.system((ctx) =>
      many(
        ctx,
        sql`update identity.account set disabled_at = now() where username = ${username} returning id`,
      ),
    );
    gate.resolve();
    await blocker;
    await assert.rejects(attempt, /User name or password is wrong/);
  });

  test("a token that was never given is nobody's, and the database holds only its hash", async () => {
    const page = await id.inside(await agent());
    const token = page.cookies.get("vera-session") ?? "";
    assert.match(token, /^[A-Za-z0-9_-]{43}$/);
    const found = await id.kit.system((ctx) =>
      many(ctx, sql`select id from identity.session where encode(token_hash, 'escape') like ${`%${token}%`}`),
    );
    assert.deepEqual(found, []);
    const guess = id.browser();
    guess.cookies.set("vera-session", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`);
    assert.equal((await guess.get("/api/v1/me")).status, 401);
  });
});

describe("guessing", () => {
  const wrong = "no es esta, seguro";

  test("one address at one account is slowed down ever longer, and waiting lets in", async () => {
    const username = await agent();
    const guesser = id.browser(address(30));
    for (let attempt = 0; attempt < 5; attempt += 1)
      assert.equal((await guesser.signIn(username, wrong)).status, 401);
    const locked = await guesser.signIn(username, PASSWORD);
    assert.deepEqual(
      [locked.status, locked.body.key, locked.headers["retry-after"]],
      [429, "signInLocked", "2"],
    );
    id.kit.clock.advance(2);
    assert.equal((await guesser.signIn(username, wrong)).status, 401);
    assert.equal((await guesser.signIn(username, wrong)).headers["retry-after"], "4");
    id.kit.clock.advance(4);
    assert.equal((await guesser.signIn(username, PASSWORD)).status, 200);
  });

  test("many addresses at one account lock it, for names that do not exist as well", async () => {
    for (const username of [await agent(), "nadie-en-absoluto"]) {
      for (let last = 40; last < 50; last += 1) await id.browser(address(last)).signIn(username, wrong);
      assert.equal((await id.browser(address(60)).signIn(username, PASSWORD)).status, 429, username);
      id.kit.clock.advance(1_900);
    }
  });

  test("meanwhile the owner gets in with the browser they used before, from any address", async () => {
    const username = await agent();
    const owner = await id.inside(username, address(70));
    for (let last = 80; last < 92; last += 1) await id.browser(address(last)).signIn(username, wrong);
    assert.equal((await id.browser(address(99)).signIn(username, PASSWORD)).status, 429);
    owner.cookies.delete("vera-session");
    assert.equal((await owner.signIn(username, PASSWORD)).status, 200);
  });

  test("a stolen browser mark is no licence to guess", async () => {
    const username = await agent();
    const thief = await id.inside(username, address(100));
    for (let attempt = 0; attempt < 10; attempt += 1) await thief.signIn(username, wrong);
    assert.equal((await thief.signIn(username, PASSWORD)).status, 429);
  });

  test("a hundred guesses at once do not all see a clean record", async () => {
    const username = await agent();
    const guesser = id.browser(address(110));
    const replies = await Promise.all(Array.from({ length: 40 }, () => guesser.signIn(username, wrong)));
    assert.ok(replies.filter(({ status }) => status === 401).length <= 5);
  });

  test("one address at many accounts is slowed down", async () => {
    const sprayer = id.browser(address(120));
    for (let name = 0; name < 30; name += 1) await sprayer.signIn(`persona${name}`, wrong);
    assert.equal((await sprayer.signIn("otra.mas", wrong)).status, 429);
    assert.equal((await id.browser(address(121)).signIn("otra.mas", wrong)).status, 401);
  });
});

async function reserved(username: string): Promise<boolean> {
  const rows = await id.kit.system((ctx) =>
    many(ctx, sql`select bucket from identity.throttle where bucket = ${`account|${username}`}`),
  );
  return rows.length > 0;
}

async function audits(): Promise<number> {
  return (
    await id.kit.system((ctx) =>
      many(ctx, sql`select seq from platform.audit_entry where action = 'sign-in.refused'`),
    )
  ).length;
}
