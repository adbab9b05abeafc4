import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { many, run, sql } from "../../platform/index.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());
afterEach(() => kit.nothingLeft());

const segmentsOf = (interactionId: string) =>
  kit.kit.system((ctx) =>
    many<{ kind: string; closed: boolean }>(
      ctx,
      sql`
        select kind, ended_at is not null as closed from conversations.segment
        where interaction_id = ${interactionId} order by started_at`,
    ),
  );
const waiting = () => waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");

test("a citizen is connected with the agent whose phone rings, and both hear each other", async () => {
  const agent = await kit.agent(1000);
  const citizen = await kit.citizen();
  await citizen.answered();
  await waiting();
  const { interactionId, talk } = await kit.connect(agent);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  await citizen.hangup();
  await talk.ended;
  await waitUntil(() => kit.acd.told.includes(`ended ${agent.userId}`), 15_000, "routing being told");
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  assert.deepEqual(await segmentsOf(interactionId), [
    { kind: "ivr", closed: true },
    { kind: "queue", closed: true },
    { kind: "talk", closed: true },
  ]);
});

test("an agent who hangs up the phone ends the call", async () => {
  const agent = await kit.agent(1000);
  const citizen = await kit.citizen();
  await waiting();
  const { interactionId, talk } = await kit.connect(agent);
  await talk.hears(CITIZEN_HERTZ);
  await talk.hangup();
  assert.equal((await citizen.ended).by, "them");
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
  assert.equal(await kit.endReason(interactionId), "agent-ended");
});

test("a lifted hardware phone is a yes to the offer", async () => {
  const agent = await kit.agent(1000);
  const rings = agent.next();
  kit.acd.ready(agent.userId);
  const citizen = await kit.citizen();
  const talk = agent.lift(await rings);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  await citizen.hangup();
  await talk.ended;
});

test("a citizen who hangs up while a phone rings stops the ringing", async () => {
  const agent = await kit.agent(1000);
  const rings = agent.next();
  kit.acd.ready(agent.userId);
  const citizen = await kit.citizen();
  await citizen.answered();
  const ringing = await rings;
  const interactionId = kit.acd.waiting[0] ?? "";
  await citizen.hangup();
  await ringing.cancelled;
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
  assert.ok(kit.acd.told.includes("leave abandoned"));
  assert.equal(await kit.endReason(interactionId), "citizen-left");
});

test("the end of a call is written after the wait was, never before", async () => {
  const written = Promise.withResolvers<void>();
  kit.acd.recording = written.promise;
  const citizen = await kit.citizen();
  await citizen.answered();
  const interactionId = await waiting();
  await citizen.hangup();
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
  const meanwhile = await segmentsOf(interactionId);
  written.resolve();
  assert.deepEqual(meanwhile.at(-1), { kind: "queue", closed: false });
  assert.equal(await kit.endReason(interactionId), "citizen-left");
});

test("a citizen who gives up in the queue leaves nothing behind", async () => {
  const citizen = await kit.citizen();
  await citizen.answered();
  const interactionId = await waiting();
  await citizen.hangup();
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
  assert.equal(await kit.endReason(interactionId), "citizen-left");
});

test("nobody is answered before their call is written down", async () => {
  const gate = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = kit.kit.system(async (ctx) => {
    await run(ctx, sql`lock table voice.call in share row exclusive mode`);
    locked.resolve();
    await gate.promise;
  });
  await locked.promise;
  const citizen = await kit.citizen();
  const answered = citizen.answered().then(() => "answered");
  assert.equal(await Promise.race([answered, sleep(600, "silence")]), "silence");
  gate.resolve();
  await holding;
  await answered;
  await citizen.hangup();
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
});

test("an offer of somebody who has no call any more rings nowhere and takes them out of the queue", async () => {
  const agent = await kit.agent(1000);
  const { ids } = kit.kit.platform;
  const expiresAt = new Date(Date.now() + 20_000);
  kit.acd.voice?.offerMade({
    offerId: ids.uuid(),
    interactionId: ids.uuid(),
    agentId: agent.userId,
    queueId: ids.uuid(),
    queueName: null,
    waitingSince: new Date(),
    expiresAt,
  });
  assert.equal(kit.acd.told.at(-1), "leave abandoned");
  assert.deepEqual(await kit.voice.ari.call("GET /channels"), []);
});

test("who declines on the phone is passed over, and the next agent gets the citizen", async () => {
  const [unwilling, willing] = [await kit.agent(1500), await kit.agent(1000)];
  const rings = unwilling.next();
  kit.acd.ready(unwilling.userId);
  const citizen = await kit.citizen();
  (await rings).refuse(603);
  await waitUntil(() => kit.acd.told.includes("ring failed: declined"), 15_000, "the refusal");
  const { talk } = await kit.connect(willing);
  await citizen.hears(1000);
  await citizen.hangup();
  await talk.ended;
});

test("an agent who said yes but whose phone is dead costs the citizen nothing but the wait", async () => {
  const [dead, alive] = [await kit.agent(1500), await kit.agent(1000)];
  const rings = dead.next();
  kit.acd.ready(dead.userId);
  const citizen = await kit.citizen();
  const ringing = await rings;
  kit.acd.accept(kit.acd.offerOf(kit.acd.waiting[0] ?? "")?.offerId ?? "");
  ringing.refuse(480);
  await waiting();
  await citizen.hearsSomething(); // the music of the queue
  const { talk } = await kit.connect(alive);
  await Promise.all([citizen.hears(1000), talk.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await talk.ended;
});

test("a number that belongs to nobody is refused", async () => {
  const citizen = await kit.citizen({ to: "0999" });
  await assert.rejects(citizen.answered());
  assert.ok((await citizen.ended).status >= 400);
});

test("four citizens at once each get their own agent", async () => {
  const agents = await Promise.all([700, 1000, 1500, 2000].map((hertz) => kit.agent(hertz)));
  const citizens = await Promise.all(agents.map(() => kit.citizen()));
  await Promise.all(citizens.map((citizen) => citizen.answered()));
  await waitUntil(() => kit.acd.waiting.length === 4, 15_000, "four waiting");
  const talks = await Promise.all(agents.map((agent) => kit.connect(agent)));
  assert.equal(new Set(talks.map(({ interactionId }) => interactionId)).size, 4);
  await Promise.all(talks.map(({ talk }) => talk.hears(CITIZEN_HERTZ)));
  await Promise.all(citizens.map((citizen) => citizen.hangup()));
  await Promise.all(talks.map(({ talk }) => talk.ended));
});
