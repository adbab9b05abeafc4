import { DomainError } from "../../platform/index.ts";
import { putOnHold } from "../bridges/call-bridges.ts";
import { contactStarted } from "../calls/agent-left.ts";
import type { Call } from "../calls/call-record.ts";
import { endUnanswered, requeue } from "../calls/requeue.ts";
import type { Voice } from "../voice.ts";
import { ringForTransfer } from "./ring-for-transfer.ts";

/**
 * Nobody took the citizen. Who sent them on is called back if still free; else they go to the head of the queue they came by; else
 * the call ends as not answered.
 */
export async function transferFailed(voice: Voice, call: Call): Promise<void> {
  const by = call.transferredBy;
  call.transferredBy = null;
  if (!call.citizen || call.phase === "ended") return;
  if (by) call.queueId = by.queueId;
  if (by && (await callBackAgent(voice, call, by.agentId))) return;
  if (call.queueId) await requeue(voice, call);
  else await endUnanswered(voice, call);
}

async function callBackAgent(
  voice: Voice,
  call: Call,
  agentId: NonNullable<Call["transferredBy"]>["agentId"],
): Promise<boolean> {
  if (!voice.phones.isRegistered(agentId)) return false;
  try {
    await contactStarted(voice, call, { agentId, kind: "incoming" });
  } catch (error) {
    if (error instanceof DomainError) return false; // busy with another contact by now
    throw error;
  }
  call.phase = "agents";
  await call.flowLeg?.release();
  if (call.citizen && call.citizen.place !== "hold") await putOnHold(voice, call, call.citizen);
  await ringForTransfer(voice, call, agentId);
  return true;
}
