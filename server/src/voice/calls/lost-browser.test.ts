import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { UserId } from "../../platform/index.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());

async function talking(hertz: number) {
  const agent = await kit.agent(hertz);
  const citizen = await kit.citizen();
  await waitUntil(() => kit.acd.waiting[0], 15_000, "a waiting call");
  const { interactionId, talk } = await kit.connect(agent);
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(hertz)]);
  return { agent, citizen, talk, interactionId };
}

/** The agent's live screen opens; the returned function takes it away as a dead browser's is. */
function openDesk(userId: UserId): () => void {
  const { realtime } = kit.kit.platform;
  const principal = kit.kit.principal({ userId, permissions: ["interaction.handle"] });
  const connection = { principal, close: () => undefined };
  realtime.connected(connection);
  return () => realtime.disconnected(connection);
}

test("a browser whose screen and sound are gone is noticed: its phone is called back, then the citizen goes to the next agent", async () => {
  const { agent, citizen, talk, interactionId } = await talking(1000);
  const closeDesk = openDesk(agent.userId);
  kit.phones.unplugged.add(agent.userId);
  talk.media.fallSilent();
  closeDesk();
  await waitUntil(() => kit.acd.waiting.includes(interactionId), 60_000, "the citizen in the queue again");
  assert.ok(kit.acd.told.includes(`ended ${agent.userId}`));
  const next = await kit.connect(await kit.agent(1500));
  await Promise.all([next.talk.hears(CITIZEN_HERTZ), citizen.hears(1500)]);
  await citizen.hangup();
  await next.talk.ended;
});

test("a screen that is cut while the sound goes on ends no talk", async () => {
  const { agent, citizen, talk } = await talking(2000);
  openDesk(agent.userId)();
  // Longer than it takes to give a silent line up.
  await sleep(6_000);
  assert.ok(!kit.acd.told.includes(`ended ${agent.userId}`));
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(2000)]);
  await citizen.hangup();
  await talk.ended;
});
