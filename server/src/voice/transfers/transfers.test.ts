import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import type { SipCall } from "../user-agent/sip-call.ts";
import { loudness, shareOfTone, tone } from "../user-agent/tones.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());
afterEach(async () => {
  await kit.nothingLeft();
  kit.outside.length = 0;
});

async function talking() {
  const agent = await kit.agent(1000);
  const citizen = await kit.citizen();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { interactionId, talk } = await kit.connect(agent);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  const desk = kit.desk(agent.userId);
  const send = (path: string, body: object = {}) =>
    desk.post(`/api/v1/calls/${interactionId}/${path}`, { requestId: kit.kit.platform.ids.uuid(), ...body });
  return { agent, citizen, talk, interactionId, desk, send };
}

async function doesNotHear(call: SipCall, hertz: number): Promise<void> {
  await sleep(200);
  const from = call.media.heard.samples.length;
  await sleep(400);
  const heard = call.media.heard.samples.subarray(from);
  assert.ok(loudness(heard) < 0.003 || shareOfTone(heard, hertz) < 0.05, `hears ${hertz} Hz`);
}

const speak = (call: SipCall, hertz: number) =>
  void call.media.play(tone({ hertz, seconds: 1 }), { loop: true });

test("consult, join, leave: the colleague is asked in private, then three talk, then the two go on", async () => {
  const { agent, citizen, talk, send, desk, interactionId } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  const asked = await send("consult", { to: { kind: "agent", agentId: colleague.userId } });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  assert.equal(asked.body.status, "consult");
  const ringing = await rings;
  await talk.hears(425); // the agent hears it ring
  const second = colleague.lift(ringing);
  await Promise.all([second.hears(1000), talk.hears(1500)]);
  await Promise.all([
    doesNotHear(citizen, 1000),
    doesNotHear(citizen, 1500),
    doesNotHear(second, CITIZEN_HERTZ),
  ]);
  assert.equal((await send("consult/join")).body.status, "conference");
  await Promise.all([
    citizen.hears(1000),
    citizen.hears(1500),
    talk.hears(CITIZEN_HERTZ),
    talk.hears(1500),
    second.hears(CITIZEN_HERTZ),
    second.hears(1000),
  ]);
  assert.equal((await desk.post(`/api/v1/calls/${interactionId}/end`)).status, 204);
  await talk.ended;
  await Promise.all([citizen.hears(1500), second.hears(CITIZEN_HERTZ)]);
  assert.ok(kit.acd.told.includes(`ended ${agent.userId}`));
  await second.hangup();
  assert.equal((await citizen.ended).by, "them");
  assert.equal(await kit.endReason(interactionId), "agent-ended");
});

test("consult and transfer: the citizen stays with the colleague, the agent is free", async () => {
  const { agent, citizen, talk, send } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  await send("consult", { to: { kind: "agent", agentId: colleague.userId } });
  assert.equal((await send("consult/complete")).status, 409, "nobody has answered yet");
  const second = colleague.lift(await rings);
  await second.hears(1000);
  assert.equal((await send("consult/complete")).status, 200);
  await talk.ended;
  await Promise.all([citizen.hears(1500), second.hears(CITIZEN_HERTZ)]);
  await waitUntil(() => kit.acd.told.includes(`ended ${agent.userId}`), 15_000, "routing being told");
  await citizen.hangup();
  await second.ended;
  await waitUntil(() => kit.acd.told.includes(`ended ${colleague.userId}`), 15_000, "routing being told");
});

test("consult and return: the colleague leaves, the citizen is back with the agent", async () => {
  const { citizen, talk, send } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  await send("consult", { to: { kind: "agent", agentId: colleague.userId } });
  const second = colleague.lift(await rings);
  await second.hears(1000);
  assert.equal((await send("consult/cancel")).body.status, "talk");
  await second.ended;
  await Promise.all([citizen.hears(1000), talk.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await talk.ended;
});

test("a colleague who does not want to answer leaves the citizen on hold with the agent", async () => {
  const { citizen, talk, send, desk, interactionId } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  await send("consult", { to: { kind: "agent", agentId: colleague.userId } });
  (await rings).refuse(603);
  await waitUntil(() => kit.acd.told.includes(`ended ${colleague.userId}`), 15_000, "the refusal");
  const back = await desk.put(`/api/v1/calls/${interactionId}/hold`, { on: false });
  assert.equal(back.body.status, "talk");
  await Promise.all([citizen.hears(1000), talk.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await talk.ended;
});

test("an agent who hangs up the phone during a consultation leaves the citizen with the colleague", async () => {
  const { citizen, talk, send } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  await send("consult", { to: { kind: "agent", agentId: colleague.userId } });
  const second = colleague.lift(await rings);
  await second.hears(1000);
  await talk.hangup();
  await Promise.all([citizen.hears(1500), second.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await second.ended;
});

test("a number outside can be asked and be left with the citizen", async () => {
  const { citizen, talk, send, interactionId } = await talking();
  assert.equal((await send("consult", { to: { kind: "number", number: "0600111" } })).status, 403);
  await talk.hears(CITIZEN_HERTZ); // a refusal changes nothing
  await send("consult", { to: { kind: "number", number: "5493484000000" } });
  const office = (await kit.nextOutside()).answer();
  speak(office, 2000);
  await Promise.all([talk.hears(2000), office.hears(1000), doesNotHear(citizen, 2000)]);
  await send("consult/complete");
  await talk.ended;
  await Promise.all([citizen.hears(2000), office.hears(CITIZEN_HERTZ)]);
  await office.hangup();
  await citizen.ended;
  assert.equal(await kit.endReason(interactionId), "transferred-out");
});

test("a blind transfer to a queue frees the agent at once, and the next agent takes the citizen", async () => {
  const { agent, citizen, talk, send } = await talking();
  assert.equal((await send("transfer", { to: { kind: "queue", queueId: kit.queueId } })).status, 200);
  await talk.ended;
  await waitUntil(() => kit.acd.told.includes(`ended ${agent.userId}`), 15_000, "routing being told");
  await citizen.hearsSomething();
  await doesNotHear(citizen, 1000);
  const next = await kit.agent(1500);
  const { talk: second } = await kit.connect(next);
  await Promise.all([citizen.hears(1500), second.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await second.ended;
});

test("a blind transfer to a person rings their phone", async () => {
  const { citizen, talk, send } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  await send("transfer", { to: { kind: "agent", agentId: colleague.userId } });
  await talk.ended;
  const second = colleague.lift(await rings);
  await Promise.all([citizen.hears(1500), second.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await second.ended;
});

test("a person who does not take a transfer sends the citizen back to whom they came from", async () => {
  const { agent, citizen, talk, send } = await talking();
  const colleague = await kit.agent(1500);
  const rings = colleague.next();
  const back = agent.next(8_000);
  await send("transfer", { to: { kind: "agent", agentId: colleague.userId } });
  await talk.ended;
  (await rings).refuse(603);
  const again = agent.lift(await back);
  await Promise.all([citizen.hears(1000), again.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await again.ended;
});

test("a blind transfer to a number connects the citizen with it", async () => {
  const { citizen, talk, send, interactionId } = await talking();
  await send("transfer", { to: { kind: "number", number: "5493484000000" } });
  await talk.ended;
  const office = (await kit.nextOutside()).answer();
  speak(office, 2000);
  await Promise.all([citizen.hears(2000), office.hears(CITIZEN_HERTZ)]);
  await citizen.hangup();
  await office.ended;
  assert.equal(await kit.endReason(interactionId), "transferred-out");
});

test("pressing a button twice transfers once", async () => {
  const { citizen, talk, desk, interactionId } = await talking();
  const body = { requestId: kit.kit.platform.ids.uuid(), to: { kind: "number", number: "5493484000000" } };
  const url = `/api/v1/calls/${interactionId}/transfer`;
  await Promise.all([desk.post(url, body), desk.post(url, body)]);
  await talk.ended;
  (await kit.nextOutside()).answer();
  await sleep(300);
  assert.equal(kit.outside.length, 0);
  await citizen.hangup();
});
