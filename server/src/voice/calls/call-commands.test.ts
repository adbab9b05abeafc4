import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { LiveCall } from "@vera/contracts/voice";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import { loudness, shareOfTone } from "../user-agent/tones.ts";

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
  const url = `/api/v1/calls/${interactionId}`;
  return { agent, citizen, talk, interactionId, url, desk: kit.desk(agent.userId) };
}

const doesNotHear = async (call: Awaited<ReturnType<typeof talking>>["talk"], hertz: number) => {
  await sleep(200);
  const from = call.media.heard.samples.length;
  await sleep(400);
  const heard = call.media.heard.samples.subarray(from);
  assert.ok(loudness(heard) < 0.003 || shareOfTone(heard, hertz) < 0.05, `still hears ${hertz} Hz`);
};

test("a held citizen hears music, and the agent again when taken back", async () => {
  const { citizen, talk, desk, url } = await talking();
  const held = await desk.put(`${url}/hold`, { on: true });
  assert.equal(held.body.status, "held");
  assert.equal((await desk.put(`${url}/hold`, { on: true })).status, 200, "twice does no harm");
  await Promise.all([citizen.hearsSomething(), doesNotHear(citizen, 1000), doesNotHear(talk, CITIZEN_HERTZ)]);
  const back: { body: LiveCall } = await desk.put(`${url}/hold`, { on: false });
  assert.equal(back.body.status, "talk");
  assert.deepEqual(
    back.body.segments.map(({ kind }) => kind),
    ["ivr", "queue", "offer", "talk", "hold", "talk"],
  );
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  await citizen.hangup();
});

test("a muted agent hears and is not heard", async () => {
  const { citizen, talk, desk, url } = await talking();
  assert.equal((await desk.put(`${url}/mute`, { on: true })).body.muted, true);
  await Promise.all([doesNotHear(citizen, 1000), talk.hears(CITIZEN_HERTZ)]);
  assert.equal((await desk.put(`${url}/mute`, { on: false })).body.muted, false);
  await citizen.hears(1000);
  await citizen.hangup();
});

test("the agent's end is the end of the call", async () => {
  const { citizen, talk, desk, url, interactionId } = await talking();
  assert.equal((await desk.post(`${url}/end`)).status, 204);
  assert.equal((await citizen.ended).by, "them");
  await talk.ended;
  assert.equal((await desk.post(`${url}/end`)).status, 404, "over is over");
  assert.equal(await kit.endReason(interactionId), "agent-ended");
});

test("nobody but the agent of a call commands it", async () => {
  const { citizen, url } = await talking();
  const stranger = kit.desk(kit.kit.platform.ids.uuid());
  assert.equal((await stranger.put(`${url}/hold`, { on: true })).status, 404);
  assert.equal((await stranger.post(`${url}/end`)).status, 404);
  await citizen.hears(1000);
  await citizen.hangup();
});

test("the desk's topic shows the call as it is", async () => {
  const { agent, citizen, interactionId } = await talking();
  const frames: { type: string; state?: { calls: Record<string, LiveCall> } }[] = [];
  const peer = { send: (frame: string | Buffer) => void frames.push(JSON.parse(String(frame))), scope: [] };
  const leave = await kit.kit.platform.realtime.subscribe(
    peer as never,
    kit.kit.principal({ permissions: ["interaction.handle"], userId: agent.userId }),
    "calls",
    "me",
  );
  const mine = frames[0]?.state?.calls[interactionId];
  assert.equal(mine?.status, "talk");
  assert.equal(mine?.recording, "on");
  assert.equal(mine?.peer.number, "3483550142");
  await citizen.hangup();
  await waitUntil(() => frames.some((frame) => JSON.stringify(frame).includes('"ended"')), 15_000, "the end");
  leave();
});
