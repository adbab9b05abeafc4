import { hangUp } from "../bridges/call-bridges.ts";
import { superviseeGone } from "../supervision/supervise.ts";
import { consultingAgentGone, consultTargetGone } from "../transfers/consult-ended.ts";
import { transferFailed } from "../transfers/transfer-failed.ts";
import type { LegEnd, Voice } from "../voice.ts";
import { agentLeft, contactEnded } from "./agent-left.ts";
import { agentLost } from "./agent-lost.ts";
import { type Call, type CallEndReason, type Leg, moveLeg, talking } from "./call-record.ts";
import { endCall } from "./end-call.ts";
import { inTurn } from "./in-turn.ts";
import { requeue } from "./requeue.ts";
import { callChanged, callLeftDesk } from "./screens.ts";

interface Gone {
  readonly leg: Leg;
  readonly end: LegEnd;
}

/** A channel is gone. Runs once per leg, whoever brings the news first. */
export function legEnded(voice: Voice, channelId: string, end: LegEnd): void {
  const found = voice.calls.byChannel(channelId);
  if (!found) return;
  const { call, leg } = found;
  moveLeg(leg, "gone");
  call.legs.delete(channelId);
  voice.calls.forgetLeg(channelId);
  leg.gone.abort();
  if (call.phase === "ended") return;
  // Behind the command that may be running: it finds the leg gone and ends, then this sees what is left.
  void inTurn(call, () => afterwards(voice, call, { leg, end })).catch((err: unknown) => {
    voice.log.error({ err, channelId, interactionId: call.interactionId }, "after a leg ended");
  });
}

async function afterwards(voice: Voice, call: Call, gone: Gone): Promise<void> {
  if (call.phase === "ended") return;
  switch (gone.leg.role) {
    case "citizen":
      call.citizen = null;
      return await endCall(voice, call, {
        reason: gone.end.cause === "engine" ? "interrupted" : call.plannedEnd,
        shown: call.endReason ?? shownEnd(gone.end),
      });
    case "agent":
      return await agentGone(voice, call, gone);
    case "outside":
      return await outsideGone(voice, call, gone);
  }
}

function shownEnd({ cause }: LegEnd): CallEndReason {
  switch (cause) {
    case "engine":
      return "interrupted";
    case "declined":
      return "rejected";
    case "hang-up":
    case "device":
      return "caller-hung-up";
    case "busy":
    case "no-answer":
      return cause;
  }
}

async function agentGone(voice: Voice, call: Call, gone: Gone): Promise<void> {
  const { leg, end } = gone;
  superviseeGone(voice, call, leg);
  if (call.consult?.target === leg) return await consultTargetGone(voice, call, leg);
  if (!leg.talkStartedAt) return await neverTalked(voice, call, gone);
  if (call.consult?.byAgentId === leg.agentId) return await consultingAgentGone(voice, call, leg);
  const others = talking(call).filter((other) => other.role !== "citizen");
  if (others.length === 0 && !leg.expectedToEnd && end.cause === "device") {
    return await agentLost(voice, call, leg);
  }
  agentLeft(voice, call, leg);
  // Sent on: the citizen is on the way to somebody else, or hears the music of a queue.
  const goesOn = others.length > 0 || call.phase === "flow" || call.transferredBy !== null;
  if (goesOn) return callChanged(voice, call);
  call.endReason ??= "agent-hung-up";
  call.plannedEnd ??= "agent-ended";
  if (call.citizen) await hangUp(voice, call.citizen);
}

/** The phone rang in vain, or died between "Atender" and the first word: the citizen keeps their place at the head. */
async function neverTalked(voice: Voice, call: Call, { leg, end }: Gone): Promise<void> {
  const { agentId, offerId } = leg;
  if (!agentId) return;
  if (!offerId) return await ownPhoneFailed(voice, call, leg);
  callLeftDesk(voice, call, agentId);
  if (leg.accepted) {
    await contactEnded(voice, call, agentId);
    if (call.flowRun === null) await requeue(voice, call);
  } else if (!leg.expectedToEnd) {
    const why = end.cause === "declined" || end.cause === "busy" ? "declined" : "device";
    await voice.ports.routing.ringFailed({ offerId, agentId, why });
  }
  callChanged(voice, call);
}

/** An agent who was to talk without an offer (own call, transfer to a person, a desk that comes back) did not come to the phone. */
async function ownPhoneFailed(voice: Voice, call: Call, leg: Leg): Promise<void> {
  if (call.lostAgent?.agentId === leg.agentId) return callChanged(voice, call); // agent-lost.ts waits on
  agentLeft(voice, call, leg);
  if (call.direction === "outbound" && !call.citizen) {
    return await endCall(voice, call, { reason: "failed", shown: "failed" });
  }
  await transferFailed(voice, call);
}

async function outsideGone(voice: Voice, call: Call, { leg }: Gone): Promise<void> {
  if (call.consult?.target === leg) return await consultTargetGone(voice, call, leg);
  if (call.phase === "flow") return; // its dial tells the flow
  const others = talking(call).filter((other) => other.role !== "citizen");
  if (others.length > 0) return callChanged(voice, call);
  call.endReason ??= "caller-hung-up";
  if (call.citizen) await hangUp(voice, call.citizen);
}
