import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openInteraction } from "../../conversations/index.ts";
import type { InteractionId, QueueId, UserId } from "../../platform/index.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import { tone } from "../user-agent/tones.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());

/** As the router does when an agent accepts: the agent is held, the interaction waits for its call. */
async function accepted(number = "5493484123456") {
  const agent = await kit.agent(1000);
  const agentId = agent.userId as UserId;
  const { interactionId } = await kit.kit.system((ctx) =>
    openInteraction(ctx, {
      tenantId: kit.kit.tenantId,
      channel: "voice",
      direction: "outbound",
      fromAddress: "",
      toAddress: number,
    }),
  );
  kit.acd.busy.set(agentId, interactionId);
  const already = kit.phones.lifted.length;
  const queueId = kit.kit.platform.ids.uuid<QueueId>();
  const { tenantId } = kit.kit;
  kit.voice.callbackAccepted({
    interactionId,
    agentId,
    tenantId,
    queueId,
    queueName: "Agua",
    number,
    citizenId: null,
  });
  const own = () => waitUntil(() => kit.phones.lifted[already], 15_000, "the agent's own phone");
  return { agentId, interactionId: interactionId as InteractionId, own };
}

test("an accepted callback lifts the agent's phone, dials the person, and they talk in the callback's own interaction", async () => {
  const { agentId, interactionId, own } = await accepted();
  const ringing = await kit.nextOutside();
  const talk = await own();
  ringing.ring();
  const citizen = ringing.answer();
  void citizen.media.play(tone({ hertz: CITIZEN_HERTZ, seconds: 1 }), { loop: true });
  await Promise.all([talk.hears(CITIZEN_HERTZ), citizen.hears(1000)]);
  assert.ok(kit.acd.told.includes(`connected ${agentId}`));
  await citizen.hangup();
  await talk.ended;
  assert.equal(await kit.endReason(interactionId), "citizen-left");
  assert.ok(kit.acd.told.includes(`ended ${agentId}`));
});

test("nobody answers: the router gets the agent back without a talk, and may try again", async () => {
  const { agentId, interactionId, own } = await accepted();
  (await kit.nextOutside()).refuse(486);
  await (await own()).ended;
  assert.equal(await kit.endReason(interactionId), "busy");
  await waitUntil(() => !kit.acd.busy.has(agentId), 15_000, "the agent's release");
  assert.ok(!kit.acd.told.includes(`connected ${agentId}`));
});

test("a number that may not be dialled gives the agent back at once", async () => {
  const { agentId } = await accepted("06001234");
  await waitUntil(() => !kit.acd.busy.has(agentId), 15_000, "the agent's release");
  assert.equal(kit.outside.length, 0);
});
