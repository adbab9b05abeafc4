import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { AgentDesk } from "@vera/contracts/routing";
import type { Browser } from "playwright-core";
import { AgentScreen } from "./support/agent-screen.ts";
import { ApiSession } from "./support/api-session.ts";
import { openBrowser } from "./support/browser.ts";
import { Centre } from "./support/centre.ts";
import { dial, hangUpAll } from "./support/citizen.ts";
import { RingingPhone } from "./support/ringing-phone.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";
import { waitFor } from "./support/wait-for.ts";

let vera: RunningVera;
let browser: Browser;

before(async () => {
  [vera, browser] = await Promise.all([startDemo(), openBrowser()]);
  await new Centre(vera).withoutWrapUp();
});

after(async () => {
  await browser?.close();
  await vera?.stop();
  vera?.remove();
});

afterEach(() => hangUpAll());

/** An agent without a browser: a telephone that rings, and the API. */
async function signIn(username: string): Promise<{ api: ApiSession; phone: RingingPhone }> {
  const user = vera.ready.users.find((known) => known.username === username);
  if (!user) throw new Error(`nobody is called ${username}`);
  const api = await ApiSession.signIn(vera.ready.url, user);
  return { api, phone: await RingingPhone.register(vera.ready.url, api) };
}

/** With nothing in hand the state applies at once. */
async function goOff(api: ApiSession): Promise<void> {
  await hangUpAll();
  await api.put("/agent/state", { state: "offline" });
  await waitFor(async () => (await desk(api)).state === "offline", {
    what: "the state offline",
    timeoutMs: 30_000, // whoever is offered a contact goes off when that offer is over
  });
}

async function desk(api: ApiSession): Promise<AgentDesk> {
  return (await api.get<AgentDesk>("/agent/state")).body;
}

async function offerOf(api: ApiSession): Promise<string> {
  let offerId: string | undefined;
  await waitFor(
    async () => {
      offerId = Object.keys((await desk(api)).offers)[0];
      return offerId !== undefined;
    },
    { what: "an offer", timeoutMs: 20_000 },
  );
  return offerId ?? "";
}

test("many accept one offer at once: its agent wins once, others are refused, a late accept too", async () => {
  const [ines, bruno] = await Promise.all([signIn("ines.aromo"), signIn("bruno.timbo")]);
  const presence = await ines.api.follow<AgentDesk>("agent");
  try {
    await ines.api.put("/agent/state", { state: "ready" });
    const citizen = await dial(vera, { press: "1" });
    const offerId = await offerOf(ines.api);
    const accept = (api: ApiSession) => api.post(`/offers/${offerId}/accept`);
    const all = await Promise.all([
      accept(bruno.api),
      accept(ines.api),
      accept(ines.api),
      accept(bruno.api),
      accept(ines.api),
    ]);
    const [, first, second, , third] = all.map(({ status }) => status);
    const own = [first, second, third];
    assert.ok(own.includes(200), `one of hers is right: ${own}`);
    assert.ok(
      [all[0]?.status, all[3]?.status].every((status) => [403, 404, 409].includes(status ?? 0)),
      "not his",
    );
    const mine = await desk(ines.api);
    assert.equal(Object.keys(mine.contacts).length, 1, "she has it once");
    assert.equal(Object.keys((await desk(bruno.api)).contacts).length, 0, "he has nothing");
    await citizen.hangup();
    await waitFor(async () => Object.keys((await desk(ines.api)).contacts).length === 0, {
      what: "the contact to be over",
    });
    assert.equal((await accept(ines.api)).status, 409, "after its end nobody can take it");
  } finally {
    await goOff(ines.api);
    presence.close();
    ines.phone.close();
    bruno.phone.close();
  }
});

test("an offer that nobody answers expires: accepting it then is refused, the caller keeps the place", async () => {
  const ines = await signIn("ines.aromo");
  const presence = await ines.api.follow<AgentDesk>("agent");
  try {
    await ines.api.put("/agent/state", { state: "ready" });
    const citizen = await dial(vera, { press: "1" });
    const offerId = await offerOf(ines.api);
    await waitFor(async () => (await desk(ines.api)).offers[offerId] === undefined, {
      what: "the offer to expire",
      timeoutMs: 30_000,
    });
    const { state, reason } = await desk(ines.api);
    assert.deepEqual({ state, reason: reason?.code }, { state: "paused", reason: "not-responding" });
    assert.equal((await ines.api.post(`/offers/${offerId}/accept`)).status, 409);
    assert.ok(citizen.isTalking, "the caller was not cut off");
    await ines.api.put("/agent/state", { state: "ready" });
    assert.notEqual(await offerOf(ines.api), offerId, "the caller is offered again");
  } finally {
    await goOff(ines.api);
    presence.close();
    ines.phone.close();
  }
});

test("the agent's tab closes while it rings: the caller goes to another agent", async () => {
  const first = await AgentScreen.open(browser, vera, "ines.aromo");
  await first.ready();
  const citizen = await dial(vera, { press: "1" });
  await first.rings();
  const bruno = await signIn("bruno.timbo");
  const presence = await bruno.api.follow<AgentDesk>("agent");
  try {
    await bruno.api.put("/agent/state", { state: "ready" });
    await first.close();
    await offerOf(bruno.api);
    await bruno.phone.rings();
    assert.ok(citizen.isTalking, "the caller was not cut off");
  } finally {
    presence.close();
    await goOff(bruno.api);
    bruno.phone.close();
  }
});
