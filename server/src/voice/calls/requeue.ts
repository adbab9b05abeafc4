import { hangUp } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import type { Call } from "./call-record.ts";
import { waitInQueue } from "./wait-in-queue.ts";

/** Nobody has the citizen any more: back to the head of the queue they came by, or, when there is none, the end. */
export async function requeue(voice: Voice, call: Call): Promise<void> {
  if (!call.queueId) return await endUnanswered(voice, call);
  await waitInQueue(voice, call, {
    queueId: call.queueId,
    onRefused: () => endUnanswered(voice, call),
  });
}

export async function endUnanswered(voice: Voice, call: Call): Promise<void> {
  call.plannedEnd ??= "not-answered";
  call.endReason ??= "no-answer";
  if (call.citizen) await hangUp(voice, call.citizen);
}
