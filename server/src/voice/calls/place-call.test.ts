import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import { tone } from "../user-agent/tones.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());
afterEach(() => kit.nothingLeft());

async function dialling(number = "5493484123456") {
  const agent = await kit.agent(1000);
  const desk = kit.desk(agent.userId);
  const body = { requestId: kit.kit.platform.ids.uuid(), tenantId: kit.kit.tenantId, number };
  const already = kit.phones.lifted.length;
  const reply = await desk.post("/api/v1/calls", body);
  const own = () => waitUntil(() => kit.phones.lifted[already], 15_000, "the agent's own phone");
  return { agent, desk, body, reply, own, interactionId: reply.body.interactionId as string };
}

test("an agent's call: their phone lifts by itself, they hear it ring, then the two talk and it is recorded", async () => {
  const { reply, own, interactionId, desk, body, agent } = await dialling();
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  const ringing = await kit.nextOutside();
  const talk = await own();
  ringing.ring();
  await talk.hears(425);
  const citizen = ringing.answer();
  void citizen.media.play(tone({ hertz: CITIZEN_HERTZ, seconds: 1 }), { loop: true });
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  const again = await desk.post("/api/v1/calls", body);
  assert.equal(again.body.interactionId, interactionId, "a repeated request is the same call");
  assert.equal(kit.outside.length, 0);
  assert.equal((await desk.put(`/api/v1/calls/${interactionId}/hold`, { on: true })).body.status, "held");
  assert.equal((await desk.put(`/api/v1/calls/${interactionId}/hold`, { on: false })).body.recording, "on");
  await citizen.hangup();
  await talk.ended;
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  assert.ok(kit.acd.told.includes(`ended ${agent.userId}`));
});

test("a busy number ends the call as busy", async () => {
  const { own, interactionId } = await dialling();
  (await kit.nextOutside()).refuse(486);
  await (await own()).ended;
  assert.equal(await kit.endReason(interactionId), "busy");
});

test("an agent who gives up while it rings stops the ringing", async () => {
  const { own, desk, interactionId } = await dialling();
  const ringing = await kit.nextOutside();
  ringing.ring();
  const talk = await own();
  assert.equal((await desk.post(`/api/v1/calls/${interactionId}/end`)).status, 204);
  await Promise.all([ringing.cancelled, talk.ended]);
  assert.equal(await kit.endReason(interactionId), "agent-ended");
});

test("what the organism does not allow is not dialled, and outside one's organisms nothing is", async () => {
  const { reply } = await dialling("06001234");
  assert.equal(reply.status, 403);
  const agent = await kit.agent(1000);
  const body = {
    requestId: kit.kit.platform.ids.uuid(),
    tenantId: kit.kit.otherTenantId,
    number: "5493484123456",
  };
  assert.equal((await kit.desk(agent.userId).post("/api/v1/calls", body)).status, 404);
  assert.equal(kit.outside.length, 0);
});
