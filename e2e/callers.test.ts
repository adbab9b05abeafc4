import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { InteractionDetail, InteractionRow } from "@vera/contracts/conversations";
import type { AgentDesk, LiveQueue } from "@vera/contracts/routing";
import type { SipCall } from "../server/src/voice/user-agent/sip-call.ts";
import { ApiSession } from "./support/api-session.ts";
import { Centre } from "./support/centre.ts";
import { dial, hangUpAll, MAIN_NUMBER } from "./support/citizen.ts";
import { RingingPhone } from "./support/ringing-phone.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";
import { callWithSipp } from "./support/sipp.ts";
import { waitFor } from "./support/wait-for.ts";

const SILENT = "3483420000";
let vera: RunningVera;
let supervisor: ApiSession;
let silent: SipCall;

before(async () => {
  vera = await startDemo();
  await new Centre(vera).withoutWrapUp();
  supervisor = await signIn("daniela.ceibal");
  // Three times the whole menu and five seconds: it runs beside the other tests.
  silent = await dial(vera, { from: SILENT });
});

after(async () => {
  await hangUpAll();
  await vera?.stop();
  vera?.remove();
});

afterEach(() => hangUpAll({ except: silent }));

async function signIn(username: string): Promise<ApiSession> {
  const user = vera.ready.users.find((known) => known.username === username);
  if (!user) throw new Error(`nobody is called ${username}`);
  return await ApiSession.signIn(vera.ready.url, user);
}

/** How many wait, by the name of the queue. */
async function waiting(): Promise<ReadonlyMap<string, number>> {
  const { body } = await supervisor.get<{ items: LiveQueue[] }>("/queues/live");
  return new Map(body.items.map((queue) => [queue.name, queue.waiting + queue.offering]));
}

async function waitUntilQueuesAre(wanted: Record<string, number>, timeoutMs = 40_000): Promise<void> {
  let last: ReadonlyMap<string, number> = new Map();
  await waitFor(
    async () => {
      last = await waiting();
      return Object.entries(wanted).every(([name, count]) => last.get(name) === count);
    },
    { what: () => `${JSON.stringify(wanted)} waiting, but ${JSON.stringify([...last])}`, timeoutMs },
  );
}

async function contactOf(from: string): Promise<InteractionDetail> {
  const { body } = await supervisor.get<{ items: InteractionRow[] }>("/interactions?limit=50");
  const row = body.items.find(({ fromAddress }) => fromAddress.endsWith(from));
  assert.ok(row, `a contact from ${from}`);
  return (await supervisor.get<InteractionDetail>(`/interactions/${row.id}`)).body;
}

async function endOf(from: string): Promise<InteractionDetail> {
  let contact: InteractionDetail | undefined;
  await waitFor(
    async () => {
      contact = await contactOf(from);
      return contact.state === "ended";
    },
    { what: () => `the end of ${JSON.stringify(contact)}` },
  );
  assert.ok(contact);
  return contact;
}

test("five call at once and press as people do: fast, slow, wrong, twice; each comes to the queue that was meant", async () => {
  const calls = await Promise.all([
    dial(vera, { press: "1" }),
    dial(vera, { press: "2" }),
    dial(vera, { press: "3" }),
    dial(vera),
    dial(vera),
  ]);
  const [, , , slow, wrong] = calls;
  await Promise.all([
    slow?.hearsSomething().then(() => slow.press("1", { toneMs: 400 })),
    wrong?.press("9").then(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10_000)); // it says that there is no 9, and the menu again
      await wrong.press("4");
    }),
  ]);
  await waitUntilQueuesAre({
    "Agua y cloacas": 2,
    "Salud · turnos": 1,
    "Impuestos y patente": 1,
    "Energía · reclamos": 1,
  });
  await Promise.all(calls.map((call) => call.hangup()));
  await waitUntilQueuesAre({ "Agua y cloacas": 0, "Energía · reclamos": 0 });
});

test("a caller who hangs up in the menu has waited in no queue; one who hangs up in the queue has abandoned it", async () => {
  const inMenu = await dial(vera, { from: "3483421001" });
  await inMenu.hearsSomething();
  await inMenu.hangup();
  const menu = await endOf("3483421001");
  assert.equal(menu.endReason, "citizen-left");
  assert.deepEqual(
    menu.segments.map(({ kind }) => kind),
    ["ivr"],
  );
  const inQueue = await dial(vera, { from: "3483421002", press: "1" });
  await waitUntilQueuesAre({ "Agua y cloacas": 1 });
  await inQueue.hangup();
  const queue = await endOf("3483421002");
  assert.equal(queue.endReason, "citizen-left");
  assert.equal(queue.segments.at(-1)?.queueOutcome, "abandoned");
});

test("a caller who hangs up while an agent's telephone rings: it stops, and the agent stays ready", async () => {
  const api = await signIn("ines.aromo");
  const phone = await RingingPhone.register(vera.ready.url, api);
  const desk = await api.follow<AgentDesk>("agent");
  try {
    await api.put("/agent/state", { state: "ready" });
    const caller = await dial(vera, { from: "3483421003", press: "1" });
    await desk.until(({ offers }) => Object.keys(offers).length === 1, 20_000, "an offer");
    await phone.rings();
    await caller.hangup();
    const after = await desk.until(({ offers }) => Object.keys(offers).length === 0, 10_000, "no offer");
    await phone.isQuiet();
    assert.equal(after.state, "ready");
    const { endReason, segments } = await endOf("3483421003");
    assert.equal(endReason, "citizen-left");
    assert.equal(segments.find(({ kind }) => kind === "queue")?.queueOutcome, "abandoned");
  } finally {
    await api.put("/agent/state", { state: "offline" });
    desk.close();
    phone.close();
  }
});

test("an exchange of another make (SIPp) places five calls: all are answered and kept", async () => {
  await callWithSipp(vera, { to: MAIN_NUMBER, calls: 5 });
  for (const digit of [1, 2, 3, 4, 5]) {
    const { endReason } = await endOf(`348342900${digit}`);
    assert.equal(endReason, "citizen-left");
  }
});

test("who presses nothing hears the menu again and again, then waits for a person", async () => {
  assert.ok(silent.isTalking, "still in the menu, or in the queue already");
  await waitUntilQueuesAre({ "Consultas generales": 1 }, 120_000);
  await silent.hangup();
  const { segments } = await endOf(SILENT);
  assert.deepEqual(
    segments.map(({ kind }) => kind),
    ["ivr", "queue"],
  );
});
