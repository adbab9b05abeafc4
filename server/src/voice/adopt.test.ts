import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { many, sql } from "../platform/index.ts";
import { finish } from "./recordings/finish-recording.ts";
import { type DoomedProcess, doomedProcess } from "./testing/doomed-process.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "./testing/voice-kit.ts";
import { shareOfTone } from "./user-agent/tones.ts";

let kit: VoiceKit;
let files: string;
const children: DoomedProcess[] = [];
before(async () => {
  kit = await voiceKit({ started: false });
  files = await mkdtemp(join(tmpdir(), "vera-doomed-"));
});
after(async () => {
  for (const child of children) await child.kill().catch(() => undefined);
  await kit.close();
  await rm(files, { recursive: true, force: true });
});

async function doomed(): Promise<DoomedProcess> {
  const child = await doomedProcess(kit, files);
  children.push(child);
  return child;
}

test("kill -9 in mid-talk: the talk goes on, and the next process commands and records it", async () => {
  const agent = await kit.agent(1000);
  const colleague = await kit.agent(1500);
  const child = await doomed();
  const rings = agent.next();
  child.ready(agent.userId);
  const citizen = await kit.citizen();
  const ringing = await rings;
  const interactionId = ringing.invite.headers.get("x-vera-interaction")?.[0] ?? "";
  const talk = agent.lift(ringing);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  await sleep(300);
  await child.kill();
  const from = citizen.media.heard.samples.length;
  await sleep(1_000);
  const meanwhile = citizen.media.heard.samples.subarray(from);
  assert.ok(meanwhile.length > 7_200 && shareOfTone(meanwhile, 1000) > 0.9, "not a word was lost");

  await kit.start();
  assert.equal(kit.voice.liveCalls, 1);
  const desk = kit.desk(agent.userId);
  const url = `/api/v1/calls/${interactionId}`;
  const held = await desk.put(`${url}/hold`, { on: true });
  assert.equal(held.body.status, "held", JSON.stringify(held.body));
  await citizen.hearsSomething();
  assert.equal((await desk.put(`${url}/hold`, { on: false })).body.status, "talk");
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  const requestId = kit.kit.platform.ids.uuid();
  const secondRings = colleague.next();
  await desk.post(`${url}/consult`, { requestId, to: { kind: "agent", agentId: colleague.userId } });
  const second = colleague.lift(await secondRings);
  await second.hears(1000);
  await desk.post(`${url}/consult/complete`);
  await talk.ended;
  await Promise.all([citizen.hears(1500), second.hears(CITIZEN_HERTZ)]);
  const endedAt = Date.now();
  await citizen.hangup();
  await second.ended;
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  await sleep(300);
  const boss = kit.desk(kit.kit.platform.ids.uuid(), ["recording.list"]);
  const [item] = (await boss.get(`/api/v1/recordings?interactionId=${interactionId}`)).body.items;
  await kit.kit.system((ctx) => finish(ctx, { recordingId: item.id }));
  const recording = (await boss.get(`/api/v1/recordings/${item.id}`)).body;
  assert.equal(recording.status, "ready");
  const { startedAt } = recording;
  const lastedSeconds = (endedAt - new Date(startedAt).getTime()) / 1_000;
  const missing = lastedSeconds - recording.seconds;
  assert.ok(Math.abs(missing) < 0.5, `one recording over both processes, ${missing} s are missing`);
  assert.equal(recording.agents.length, 2);
  await kit.voice.close();
});

test("kill -9 while a citizen waits: the music plays on, they keep their place and are answered by the next process", async () => {
  const agent = await kit.agent(1000);
  const child = await doomed();
  const citizen = await kit.citizen();
  await citizen.answered();
  await citizen.hearsSomething();
  await sleep(300);
  await child.kill();
  await sleep(500);
  await citizen.hearsSomething();
  await kit.start();
  const waitingId = await waitUntil(() => kit.acd.waiting[0], 15_000, "the waiting citizen");
  const { interactionId, talk } = await kit.connect(agent);
  assert.equal(interactionId, waitingId);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  await citizen.hangup();
  await talk.ended;
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  await kit.voice.close();
});

test("a process dies before it has written a call down: the caller still rings, and the next process takes them", async () => {
  const child = await doomed();
  const locked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const lock = kit.kit.system(async (ctx) => {
    await many(ctx, sql`lock table voice.call in exclusive mode`);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const citizen = await kit.citizen();
  await sleep(500);
  await child.kill();
  release.resolve();
  await lock;
  assert.equal(citizen.isTalking, false, "nobody is answered before it is written down");
  await kit.start();
  await citizen.answered();
  const interactionId = await waitUntil(() => kit.acd.waiting[0], 15_000, "the caller in the queue");
  await citizen.hangup();
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  await kit.nothingLeft();
  await kit.voice.close();
});

test("who hung up while nobody of ours was there is closed at the next start", async () => {
  const child = await doomed();
  const citizen = await kit.citizen();
  await citizen.answered();
  await citizen.hearsSomething();
  await sleep(300);
  await child.kill();
  await citizen.hangup();
  await kit.start();
  assert.equal(kit.voice.liveCalls, 0);
  assert.ok(kit.acd.told.includes("leave abandoned"), "the place in the queue is given up");
  assert.deepEqual(await kit.voice.ari.call("GET /bridges"), []);
  await kit.voice.close();
});

test("Asterisk is killed: its calls are closed as interrupted, a callback is proposed, and new calls are taken", async () => {
  await kit.start();
  const agent = await kit.agent(1000);
  const citizen = await kit.citizen();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { interactionId, talk } = await kit.connect(agent);
  await talk.hears(CITIZEN_HERTZ);
  process.kill(kit.asterisk.instance.pid, "SIGKILL");
  assert.equal(await kit.endReason(interactionId), "interrupted");
  await waitUntil(() => kit.acd.told.includes("callback 3483550142"), 15_000, "a proposed callback");
  await waitUntil(() => kit.acd.told.includes(`ended ${agent.userId}`), 15_000, "routing being told");
  await waitUntil(() => kit.asterisk.instance.up && kit.voice.ari.connected, 15_000, "Asterisk back");
  await kit.phones.registerAll();
  await kit.restoreTrunk();
  const again = await kit.citizen();
  await again.answered();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { talk: next } = await kit.connect(agent);
  await Promise.all([next.hears(CITIZEN_HERTZ), again.hears(1000)]);
  await again.hangup();
  for (const call of [citizen, talk]) call.finish({ by: "them", status: 200, reason: "Asterisk is gone" });
});
