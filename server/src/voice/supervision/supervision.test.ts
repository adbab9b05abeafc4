import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { auditTrail } from "../../platform/index.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import type { SipCall } from "../user-agent/sip-call.ts";
import { loudness, shareOfTone } from "../user-agent/tones.ts";

const AGENT = 1000;
const BOSS = 2000;
let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());
afterEach(() => kit.nothingLeft());

async function supervised() {
  const agent = await kit.agent(AGENT);
  const boss = await kit.agent(BOSS);
  const citizen = await kit.citizen();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { interactionId, talk } = await kit.connect(agent);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(AGENT)]);
  const url = `/api/v1/calls/${interactionId}/supervision`;
  const desk = kit.desk(boss.userId, ["supervise.monitor", "supervise.view"]);
  const already = kit.phones.lifted.length;
  const supervise = (mode: string) => desk.put(url, { mode });
  const ear = () => waitUntil(() => kit.phones.lifted[already], 15_000, "the supervisor's phone");
  return { agent, boss, citizen, talk, interactionId, url, desk, supervise, ear };
}

async function doesNotHear(call: SipCall, hertz: number): Promise<void> {
  await sleep(200);
  const from = call.media.heard.samples.length;
  await sleep(400);
  const heard = call.media.heard.samples.subarray(from);
  assert.ok(loudness(heard) < 0.003 || shareOfTone(heard, hertz) < 0.05, `hears ${hertz} Hz`);
}

test("listen: the supervisor hears both and nobody hears them; it is written down", async () => {
  const { boss, citizen, talk, interactionId, supervise, ear } = await supervised();
  const reply = await supervise("listen");
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  const third = await ear();
  await Promise.all([third.hears(CITIZEN_HERTZ), third.hears(AGENT)]);
  await Promise.all([doesNotHear(citizen, BOSS), doesNotHear(talk, BOSS)]);
  const trail = await kit.kit.system((ctx) =>
    auditTrail(ctx, { kind: "interaction", id: interactionId, actions: ["call.listen"] }),
  );
  assert.deepEqual(
    trail.map(({ actorId }) => actorId),
    [boss.userId],
  );
  await citizen.hangup();
  await third.ended;
});

test("whisper, barge, listen again: only the agent hears, then everybody, then nobody", async () => {
  const { citizen, talk, supervise, ear, desk, url } = await supervised();
  await supervise("whisper");
  const third = await ear();
  await Promise.all([talk.hears(BOSS), third.hears(CITIZEN_HERTZ), doesNotHear(citizen, BOSS)]);
  assert.equal((await supervise("barge")).body.mode, "barge");
  await Promise.all([talk.hears(BOSS), citizen.hears(BOSS), third.hears(CITIZEN_HERTZ), third.hears(AGENT)]);
  const shown = await desk.get("/api/v1/calls/live");
  assert.equal(shown.body.items.length, 1);
  await supervise("listen");
  await Promise.all([doesNotHear(citizen, BOSS), doesNotHear(talk, BOSS), third.hears(AGENT)]);
  assert.equal((await desk.delete(url)).status, 204);
  await third.ended;
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(AGENT)]);
  await citizen.hangup();
  await talk.ended;
});

test("a supervisor who hangs up leaves the talk untouched", async () => {
  const { citizen, talk, supervise, ear } = await supervised();
  await supervise("barge");
  const third = await ear();
  await citizen.hears(BOSS);
  await third.hangup();
  await Promise.all([doesNotHear(citizen, BOSS), talk.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await talk.ended;
});

test("who may not monitor, or may in another organism only, gets nothing", async () => {
  const { citizen, url } = await supervised();
  const nobody = kit.desk(kit.kit.platform.ids.uuid());
  assert.equal((await nobody.put(url, { mode: "listen" })).status, 403);
  const client = await kit.kit.http((http) => kit.voice.routes(http));
  const elsewhere = client.as(
    kit.kit.principal({ permissions: ["supervise.monitor"], tenants: [kit.kit.otherTenantId] }),
  );
  assert.equal((await elsewhere.put(url, { mode: "listen" })).status, 404);
  await citizen.hangup();
});
