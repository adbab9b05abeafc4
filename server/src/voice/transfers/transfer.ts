import type { TransferTarget } from "@vera/contracts/voice";
import { DomainError, type QueueId, type UserId } from "../../platform/index.ts";
import { hangUp, putInTalk, putOnHold } from "../bridges/call-bridges.ts";
import { contactStarted } from "../calls/agent-left.ts";
import { addLeg, type Call, type Leg, talking } from "../calls/call-record.ts";
import { dismissAgent } from "../calls/dismiss-agent.ts";
import { callChanged } from "../calls/screens.ts";
import { waitInQueue } from "../calls/wait-in-queue.ts";
import type { Voice } from "../voice.ts";
import { mustHavePhone, notTalking } from "./consult.ts";
import { ringForTransfer } from "./ring-for-transfer.ts";
import { transferFailed } from "./transfer-failed.ts";

const RING_SECONDS = 20;

/**
 * Blind: the agent is free at once, the citizen hears music until somebody takes them. What can be refused is refused before the citizen
 * is touched; what fails afterwards brings the agent back (transfer-failed.ts).
 */
export async function transfer(
  voice: Voice,
  { call, leg, to }: { call: Call; leg: Leg; to: TransferTarget },
): Promise<void> {
  if (!call.citizen || !leg.agentId || !leg.talkStartedAt) throw notTalking();
  if (call.consult)
    throw new DomainError("conflict", "End the consultation first", { key: "consultUnderWay" });
  if (talking(call).length > 2) {
    throw new DomainError("conflict", "Others are on this call; leave it instead", { key: "inConference" });
  }
  switch (to.kind) {
    case "queue":
      return await toQueue(voice, { call, leg, queueId: to.queueId as QueueId });
    case "agent":
      return await toAgent(voice, { call, leg, agentId: to.agentId as UserId });
    case "number":
      return await toNumber(voice, { call, leg, number: to.number });
  }
}

async function toQueue(
  voice: Voice,
  { call, leg, queueId }: { call: Call; leg: Leg; queueId: QueueId },
): Promise<void> {
  const name = await voice.ports.routing.queueName({ queueId, tenantId: call.tenantId });
  release(call, leg);
  call.queueName = name;
  await waitInQueue(voice, call, { queueId, onRefused: () => transferFailed(voice, call) });
  await dismissAgent(voice, call, leg);
}

async function toAgent(
  voice: Voice,
  { call, leg, agentId }: { call: Call; leg: Leg; agentId: UserId },
): Promise<void> {
  if (agentId === leg.agentId) throw new DomainError("invalid", "You cannot transfer to yourself");
  mustHavePhone(voice, agentId);
  const { citizen } = call;
  await contactStarted(voice, call, { agentId, kind: "incoming" });
  release(call, leg);
  if (citizen) await putOnHold(voice, call, citizen);
  await dismissAgent(voice, call, leg);
  await ringForTransfer(voice, call, agentId);
}

async function toNumber(
  voice: Voice,
  { call, leg, number }: { call: Call; leg: Leg; number: string },
): Promise<void> {
  const { e164 } = await voice.outbound.check({ tenantId: call.tenantId, number });
  release(call, leg);
  if (call.citizen) await putOnHold(voice, call, call.citizen);
  await dismissAgent(voice, call, leg);
  void dialForTransfer(voice, call, e164).catch((err: unknown) => {
    voice.log.error({ err, interactionId: call.interactionId }, "a transfer to a number failed");
  });
}

async function dialForTransfer(voice: Voice, call: Call, number: string): Promise<void> {
  const { tenantId, interactionId } = call;
  const answer = await voice.outbound.dial({
    tenantId,
    interactionId,
    number,
    showNumber: null,
    purpose: "transfer",
    timeoutSeconds: RING_SECONDS,
    signal: call.stop.signal,
  });
  if (call.phase === "ended") return;
  if (answer.status !== "answered") return await transferFailed(voice, call);
  const given = {
    channelId: answer.channelId,
    role: "outside",
    number,
    state: "up",
    accepted: true,
  } as const;
  const outside = addLeg(call, given, voice.platform.clock.now());
  voice.calls.track(call, outside);
  if (!call.citizen) return await hangUp(voice, outside);
  await putInTalk(voice, call, [call.citizen, outside]);
  call.transferredBy = null;
  call.plannedEnd = "transferred-out";
  callChanged(voice, call);
}

function release(call: Call, leg: Leg): void {
  if (leg.agentId) call.transferredBy = { agentId: leg.agentId, queueId: call.queueId };
}
