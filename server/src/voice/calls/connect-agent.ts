import { isGone } from "../ari/ari-error.ts";
import { hangUp, putInTalk } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import type { Call, Leg } from "./call-record.ts";
import { beginSegment } from "./ribbon.ts";
import { callChanged } from "./screens.ts";

/** The agent's phone is up and the agent said yes: from here on the two hear each other. */
export async function connectAgent(voice: Voice, call: Call, leg: Leg): Promise<void> {
  await call.written.catch(() => undefined); // else the citizen is refused, and gone below
  if (leg.talkStartedAt || leg.state !== "up") return;
  const { citizen } = call;
  if (!citizen || call.phase === "ended") return await hangUp(voice, leg);
  leg.talkStartedAt = voice.platform.clock.now();
  call.phase = "agents";
  try {
    // The stop of what plays and the move go out together; Asterisk keeps their order.
    await Promise.all([call.flowLeg?.release(), putInTalk(voice, call, [citizen, leg])]);
  } catch (error) {
    if (!isGone(error)) throw error; // one of the two left meanwhile: its own event follows
    return;
  }
  if (call.lostAgent?.agentId === leg.agentId) {
    clearTimeout(call.lostAgent.timer);
    call.lostAgent = null;
  }
  call.transferredBy = null;
  if (leg.agentId) {
    call.talkers.set(leg.agentId, leg.name);
    beginSegment(voice, call, { kind: "talk", agentId: leg.agentId, at: leg.talkStartedAt });
    void tellRouting(voice, call, leg);
  }
  callChanged(voice, call);
}

async function tellRouting(voice: Voice, call: Call, leg: Leg): Promise<void> {
  if (!leg.agentId) return;
  try {
    await voice.ports.routing.connected({ agentId: leg.agentId, interactionId: call.interactionId });
  } catch (err) {
    // The talk goes on; the router learns of its end anyway.
    voice.log.error({ err, interactionId: call.interactionId }, "the router was not told of a talk");
  }
}
