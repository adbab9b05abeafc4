import { hangUp, putInTalk } from "../bridges/call-bridges.ts";
import { agentLeft } from "../calls/agent-left.ts";
import { agentLeg, type Call, type Leg } from "../calls/call-record.ts";
import { requeue } from "../calls/requeue.ts";
import { beginSegment } from "../calls/ribbon.ts";
import { callChanged } from "../calls/screens.ts";
import type { Voice } from "../voice.ts";
import { stopRingback } from "./ringback.ts";

/** The second talk is over: who was asked leaves, who asked is alone with the held citizen. */
export async function endConsult(voice: Voice, call: Call): Promise<void> {
  const { consult } = call;
  if (!consult) return;
  call.consult = null;
  consult.stop.abort();
  const asker = agentLeg(call, consult.byAgentId);
  if (asker && consult.status === "ringing") await stopRingback(voice, asker);
  if (asker?.agentId && consult.status !== "joined") {
    beginSegment(voice, call, { kind: "hold", agentId: asker.agentId });
  }
  if (consult.target) {
    agentLeft(voice, call, consult.target);
    await hangUp(voice, consult.target);
  }
  callChanged(voice, call);
}

/** The consulted one hung up, did not answer, or said no. */
export async function consultTargetGone(voice: Voice, call: Call, target: Leg): Promise<void> {
  const { consult } = call;
  if (!consult) return;
  agentLeft(voice, call, target);
  consult.target = null;
  await endConsult(voice, call);
}

/** Who asked hung up the phone in mid-consultation: whoever was asked, and answered, has the citizen now. */
export async function consultingAgentGone(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const { consult, citizen } = call;
  if (!consult || !citizen) return;
  agentLeft(voice, call, leg);
  const { target } = consult;
  if (!target || consult.status === "ringing") {
    await endConsult(voice, call);
    return await requeue(voice, call);
  }
  call.consult = null;
  if (citizen.place === "hold") await putInTalk(voice, call, [citizen]);
  if (target.agentId) beginSegment(voice, call, { kind: "talk", agentId: target.agentId });
  else call.plannedEnd = "transferred-out";
  callChanged(voice, call);
}
