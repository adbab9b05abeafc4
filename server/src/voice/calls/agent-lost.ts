import { DomainError, type UserId } from "../../platform/index.ts";
import { hangUp, ignoringGone, putOnHold } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import { agentLeft } from "./agent-left.ts";
import { addLeg, agentLeg, type Call, type Leg } from "./call-record.ts";
import { dialAgent } from "./dial-agent.ts";
import { requeue } from "./requeue.ts";
import { beginSegment } from "./ribbon.ts";
import { callChanged } from "./screens.ts";

/**
 * The desk has this long to come back after its browser died; then somebody else takes the citizen. With what it takes to
 * notice (8 s at most: sip-proxy.ts, lost-browser.ts) the citizen waits 20 s.
 */
const COME_BACK_WITHIN_MS = 12_000;

/** The agent's phone vanished in mid-talk. The citizen hears music while the phone is called again. */
export async function agentLost(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const { agentId } = leg;
  const { citizen } = call;
  if (!agentId || !citizen) return;
  voice.log.warn({ interactionId: call.interactionId, agentId }, "an agent's phone vanished during a talk");
  const timer = setTimeout(() => {
    giveUp(voice, call, leg).catch((err: unknown) =>
      voice.log.error({ err, interactionId: call.interactionId }, "a lost agent's citizen was not passed on"),
    );
  }, COME_BACK_WITHIN_MS);
  timer.unref();
  call.lostAgent = { agentId, timer };
  await putOnHold(voice, call, citizen);
  beginSegment(voice, call, { kind: "hold", agentId });
  await callBack(voice, call, leg);
}

/** Also asked by the desk itself (`rejoin`), and when the agent's phone registers anew. */
export async function callBack(voice: Voice, call: Call, lost: Pick<Leg, "agentId" | "name">): Promise<void> {
  const { agentId, name } = lost;
  if (!agentId || agentLeg(call, agentId) || call.phase === "ended") return;
  if (!voice.phones.isRegistered(agentId)) return callChanged(voice, call);
  const leg = addLeg(
    call,
    { channelId: `back-${voice.platform.ids.uuid()}`, role: "agent", agentId, name, accepted: true },
    voice.platform.clock.now(),
  );
  voice.calls.track(call, leg);
  callChanged(voice, call);
  try {
    await dialAgent(voice, call, { leg, timeoutSeconds: COME_BACK_WITHIN_MS / 1_000, answersItself: true });
  } catch {
    voice.legEnded(leg.channelId, { cause: "device" });
  }
}

async function giveUp(voice: Voice, call: Call, leg: Leg): Promise<void> {
  if (call.lostAgent?.agentId !== leg.agentId || call.phase === "ended") return;
  call.lostAgent = null;
  const redialled = leg.agentId && agentLeg(call, leg.agentId);
  if (redialled) await hangUp(voice, redialled);
  agentLeft(voice, call, leg);
  await requeue(voice, call);
}

/** The desk knows that its line is dead before anybody else does: it was reloaded. The old line goes, the new one rings at once. */
export async function rejoin(
  voice: Voice,
  { userId, interactionId }: { userId: UserId; interactionId: string },
): Promise<void> {
  const call = voice.calls.byInteraction(interactionId);
  const leg = call && agentLeg(call, userId);
  const isLost = call?.lostAgent?.agentId === userId;
  if (!call || (!leg && !isLost)) {
    throw new DomainError("not-found", "You are not on that call; it may have ended", { key: "callGone" });
  }
  if (!leg) return await callBack(voice, call, { agentId: userId, name: call.talkers.get(userId) ?? null });
  if (leg.state !== "up" || !leg.talkStartedAt) return; // it rings already
  // Then leg-ended.ts takes it for a phone that vanished, holds the citizen and calls back.
  voice.legEnded(leg.channelId, { cause: "device" });
  await ignoringGone(voice.ari.call("DELETE /channels/{channelId}", { channelId: leg.channelId }));
}
