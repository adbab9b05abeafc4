import { hangUp } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import { type Call, type Leg, talking } from "./call-record.ts";
import { dismissAgent } from "./dismiss-agent.ts";
import { endCall } from "./end-call.ts";

/** "Finalizar": ends the call. In a conference the others go on and only this agent leaves. */
export async function hangUpCall(voice: Voice, { call, leg }: { call: Call; leg: Leg }): Promise<void> {
  if (call.consult && call.consult.target === leg) return await voiceConsultEnds(voice, call, leg);
  const others = talking(call).filter((other) => other !== leg && other.role !== "citizen");
  const joined = call.citizen?.place === "talk" && others.length > 0;
  if (joined) {
    call.consult = null;
    return await dismissAgent(voice, call, leg);
  }
  call.endReason ??= "agent-hung-up";
  call.plannedEnd ??= "agent-ended";
  if (call.citizen) return await hangUp(voice, call.citizen);
  await endCall(voice, call, { reason: "agent-ended", shown: "agent-hung-up" });
}

/** Who was asked says goodbye: their phone ends, and the rest follows as if they had hung it up. */
async function voiceConsultEnds(voice: Voice, call: Call, leg: Leg): Promise<void> {
  if (call.consult?.status === "joined") {
    call.consult = null;
    return await dismissAgent(voice, call, leg);
  }
  await hangUp(voice, leg);
}
