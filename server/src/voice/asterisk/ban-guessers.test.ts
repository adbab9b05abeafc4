import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Ari } from "../ari/connect-ari.ts";
import { type TestAsterisk, testAsterisk } from "../testing/test-asterisk.ts";
import { waitUntil } from "../testing/voice-kit.ts";
import { SipEndpoint } from "../user-agent/sip-endpoint.ts";
import { register } from "../user-agent/sip-register.ts";
import { newAgentSecret } from "./agent-endpoint.ts";
import { GuesserBans } from "./ban-guessers.ts";
import { putDynamicObject } from "./dynamic-object.ts";

const GUESSER = "127.0.0.3";
const CARRIER = "127.0.0.4";
const EXCHANGE = { username: "exchange", password: newAgentSecret() };
const HOUR_MS = 3_600_000;
let asterisk: TestAsterisk;
let ari: Ari;
let bans: GuesserBans;
let nowMs = 0;
const endpoints: SipEndpoint[] = [];

before(async () => {
  asterisk = await testAsterisk({ trunk: false });
  ari = await asterisk.ari();
  const { username: id, password } = EXCHANGE;
  await putDynamicObject(ari, {
    kind: "auth",
    id,
    fields: { auth_type: "userpass", username: id, password },
  });
  await putDynamicObject(ari, { kind: "aor", id, fields: { max_contacts: "5" } });
  await putDynamicObject(ari, { kind: "endpoint", id, fields: { auth: id, aors: id } });
  bans = guard();
});
after(async () => {
  bans?.close();
  for (const endpoint of endpoints) endpoint.close();
  await asterisk?.close();
});

function guard(): GuesserBans {
  return new GuesserBans({
    asterisk: asterisk.instance,
    ari,
    log: asterisk.log,
    now: () => nowMs,
    isTrusted: async (address) => address === CARRIER,
  });
}

async function at(host: string): Promise<(username: string, password: string) => Promise<number>> {
  const endpoint = await SipEndpoint.open({ host });
  endpoints.push(endpoint);
  return (username, password) => register(endpoint, { to: asterisk.sip, username, password });
}

test("who guesses is refused after some tries, with a right password too; others are not, and an hour later it is forgotten", async () => {
  const guesser = await at(GUESSER);
  const neighbour = await at("127.0.0.5");
  let tries = 0;
  for (; tries < 60 && bans.banned.length === 0; tries += 1) {
    assert.equal(await guesser(tries % 2 === 0 ? EXCHANGE.username : "nobody", "wrong"), 401);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(bans.banned, [GUESSER]);
  assert.ok(tries >= 10, `banned after ${tries} tries`);
  await refusedBecomes(guesser, 403);
  assert.equal(await neighbour(EXCHANGE.username, EXCHANGE.password), 200);
  nowMs += HOUR_MS;
  bans.lift();
  assert.deepEqual(bans.banned, []);
  await refusedBecomes(guesser, 200);
});

test("the address of a line is never banned", async () => {
  const carrier = await at(CARRIER);
  for (let n = 0; n < 15; n += 1) assert.equal(await carrier(EXCHANGE.username, "wrong"), 401);
  // Failures are told in their order: that of another comes after all of its.
  const last = await at(GUESSER);
  await waitUntilBanned(last);
  assert.deepEqual(bans.banned, [GUESSER]);
  await refusedBecomes(last, 403);
});

test("the next process of ours, which knows of no ban, ends those of the last one", async () => {
  const banned = await at(GUESSER);
  await refusedBecomes(banned, 403);
  bans.close();
  bans = guard();
  await refusedBecomes(banned, 200);
});

async function waitUntilBanned(
  attempt: (username: string, password: string) => Promise<number>,
): Promise<void> {
  for (let n = 0; n < 60 && bans.banned.length === 0; n += 1) await attempt("nobody", "wrong");
  await waitUntil(() => bans.banned.length > 0, 10_000, "a ban");
}

/** The list reaches Asterisk a moment later. */
async function refusedBecomes(
  attempt: (username: string, password: string) => Promise<number>,
  status: number,
): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if ((await attempt(EXCHANGE.username, EXCHANGE.password)) === status) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`it did not become ${status}`);
}
