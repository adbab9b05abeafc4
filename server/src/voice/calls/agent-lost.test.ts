import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());

async function talking() {
  const agent = await kit.agent(1000);
  const citizen = await kit.citizen();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { interactionId, talk } = await kit.connect(agent);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  return { agent, citizen, talk, interactionId, url: `/api/v1/calls/${interactionId}` };
}

test("a reloaded desk gets its call back: the citizen hears music for a moment, the phone lifts by itself", async () => {
  const { agent, citizen, talk, interactionId, url } = await talking();
  const already = kit.phones.lifted.length;
  assert.equal((await kit.desk(agent.userId).post(`${url}/rejoin`)).status, 204);
  await talk.ended;
  const again = await waitUntil(() => kit.phones.lifted[already], 15_000, "the phone");
  await Promise.all([again.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  assert.ok(!kit.acd.told.includes(`ended ${agent.userId}`), "for the router it is one contact");
  assert.equal((await kit.desk(kit.kit.platform.ids.uuid()).post(`${url}/rejoin`)).status, 404);
  await citizen.hangup();
  await again.ended;
  await waitUntil(() => kit.acd.told.includes(`ended ${agent.userId}`), 15_000, "routing being told");
  assert.equal(await kit.endReason(interactionId), "citizen-left");
});

test("a desk that does not come back loses the citizen to the next agent", async () => {
  const { agent, citizen, interactionId, url } = await talking();
  kit.phones.unplugged.add(agent.userId);
  assert.equal((await kit.desk(agent.userId).post(`${url}/rejoin`)).status, 204);
  await citizen.hearsSomething();
  await waitUntil(() => kit.acd.waiting.includes(interactionId), 20_000, "the citizen in the queue again");
  assert.ok(kit.acd.told.includes(`ended ${agent.userId}`));
  const { talk } = await kit.connect(await kit.agent(1500));
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1500)]);
  await citizen.hangup();
  await talk.ended;
});

test("a citizen who hangs up while the desk is away ends the call for everybody", async () => {
  const { agent, citizen, interactionId, url } = await talking();
  kit.phones.unplugged.add(agent.userId);
  await kit.desk(agent.userId).post(`${url}/rejoin`);
  await citizen.hearsSomething();
  await citizen.hangup();
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  await waitUntil(() => kit.acd.told.includes(`ended ${agent.userId}`), 15_000, "routing being told");
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
});
