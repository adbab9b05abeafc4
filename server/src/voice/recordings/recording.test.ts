import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { RecordingItem } from "@vera/contracts/voice";
import { findBrokenAuditEntry } from "../../platform/index.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import { loudness, shareOfTone } from "../user-agent/tones.ts";
import { finish } from "./finish-recording.ts";
import { WAV_HEADER_BYTES } from "./wav-format.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());

/** One side of a stereo WAV, from a second to another. */
function side(wav: Buffer, channel: 0 | 1, [from, to]: [number, number]): Int16Array {
  const frames = Math.floor((wav.length - WAV_HEADER_BYTES) / 4);
  const first = Math.min(frames, Math.round(from * 8_000));
  const last = Math.min(frames, Math.round(to * 8_000));
  return Int16Array.from({ length: last - first }, (_, i) =>
    wav.readInt16LE(WAV_HEADER_BYTES + (first + i) * 4 + channel * 2),
  );
}

async function recordedCall(during?: (url: string, agentId: string) => Promise<void>) {
  const agent = await kit.agent(1000);
  const citizen = await kit.citizen();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { interactionId, talk } = await kit.connect(agent);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  await during?.(`/api/v1/calls/${interactionId}`, agent.userId);
  await sleep(1_000);
  await citizen.hangup();
  await talk.ended;
  await kit.endReason(interactionId);
  const boss = kit.desk(kit.kit.platform.ids.uuid(), [
    "recording.list",
    "recording.listen",
    "recording.download",
  ]);
  const list = await boss.get(`/api/v1/recordings?interactionId=${interactionId}`);
  const item = list.body.items[0] as RecordingItem;
  await sleep(300);
  await kit.kit.system((ctx) => finish(ctx, { recordingId: item.id }));
  return { agent, interactionId, boss, id: item.id };
}

test("the citizen is on the left and what they hear on the right, encrypted, and listening leaves a trace", async () => {
  const { boss, id, agent } = await recordedCall();
  await kit.kit.system((ctx) => finish(ctx, { recordingId: id })); // the job may run twice
  const detail = (await boss.get(`/api/v1/recordings/${id}`)).body;
  assert.equal(detail.status, "ready");
  assert.equal(detail.agents[0].agentId, agent.userId);
  const reply = await boss.get(`/api/v1/recordings/${id}/audio`);
  assert.equal(reply.status, 200);
  assert.equal(reply.headers["content-type"], "audio/wav");
  const wav = reply.raw;
  const last: [number, number] = [detail.seconds - 0.7, detail.seconds - 0.2];
  assert.ok(shareOfTone(side(wav, 0, last), CITIZEN_HERTZ) > 0.9, "left is the citizen");
  assert.ok(shareOfTone(side(wav, 1, last), 1000) > 0.9, "right is the agent");
  const part = await boss.get(`/api/v1/recordings/${id}/audio`, { headers: { range: "bytes=44-1043" } });
  assert.equal(part.status, 206);
  assert.deepEqual(part.raw, wav.subarray(44, 1044));
  const kept = await boss.get(`/api/v1/recordings/${id}/download`);
  assert.match(String(kept.headers["content-disposition"]), /attachment/);
  const after = (await boss.get(`/api/v1/recordings/${id}`)).body;
  assert.deepEqual(
    after.listens.map(({ act }: { act: string }) => act),
    ["downloaded", "listened"],
    "the pieces of one listening are one entry",
  );
  const peaks = (await boss.get(`/api/v1/recordings/${id}/peaks`)).body;
  assert.ok(Math.abs(peaks.citizen.length / peaks.slicesPerSecond - peaks.seconds) < 0.2);
  assert.ok(peaks.citizen.at(-4) > 0.2 && peaks.agent.at(-4) > 0.2);
  assert.equal(await kit.kit.system((ctx) => findBrokenAuditEntry(ctx)), undefined);
});

test("a paused stretch is silent on both sides, and the mark says where", async () => {
  const { boss, id } = await recordedCall(async (url, agentId) => {
    const desk = kit.desk(agentId as never);
    assert.equal((await desk.put(`${url}/recording`, { paused: true })).body.recording, "paused");
    await sleep(1_000);
    assert.equal((await desk.put(`${url}/recording`, { paused: false })).body.recording, "on");
  });
  const { marks } = (await boss.get(`/api/v1/recordings/${id}`)).body as RecordingItem;
  const [mark] = marks;
  assert.ok(mark?.toSeconds && mark.toSeconds - mark.fromSeconds > 0.9);
  const wav = (await boss.get(`/api/v1/recordings/${id}/audio`)).raw;
  const middle: [number, number] = [mark.fromSeconds + 0.3, mark.toSeconds - 0.3];
  assert.ok(loudness(side(wav, 0, middle)) < 0.003, "left is silent");
  assert.ok(loudness(side(wav, 1, middle)) < 0.003, "right is silent");
  const later: [number, number] = [mark.toSeconds + 0.4, mark.toSeconds + 0.8];
  assert.ok(shareOfTone(side(wav, 0, later), CITIZEN_HERTZ) > 0.9, "it goes on afterwards");
});

test("without the right nobody lists, hears or keeps a recording, and another organism's is not there", async () => {
  const { id } = await recordedCall();
  const nobody = kit.desk(kit.kit.platform.ids.uuid());
  for (const path of ["", `/${id}`, `/${id}/audio`, `/${id}/download`, `/${id}/peaks`]) {
    assert.equal((await nobody.get(`/api/v1/recordings${path}`)).status, 403, path);
  }
  const permissions = ["recording.list", "recording.listen", "recording.download"] as const;
  const tenants = [kit.kit.otherTenantId];
  const client = await kit.kit.http((http) => kit.voice.routes(http));
  const stranger = client.as(kit.kit.principal({ permissions, tenants }));
  assert.deepEqual((await stranger.get("/api/v1/recordings")).body.items, []);
  for (const path of [`/${id}`, `/${id}/audio`, `/${id}/download`, `/${id}/peaks`]) {
    assert.equal((await stranger.get(`/api/v1/recordings${path}`)).status, 404, path);
  }
});
