import type { CallSegment, CallStatus, ConsultLeg, LiveCall } from "@vera/contracts/voice";
import type { UserId } from "../../platform/index.ts";
import { agentLeg, type Call, type Leg, talking } from "./call-record.ts";

/** The call as this agent's desk shows it. */
export function liveCallOf(call: Call, leg: Leg, now: Date): LiveCall {
  const status = statusOf(call, leg);
  if (leg.lastStatus !== status) {
    leg.lastStatus = status;
    leg.statusSince = now;
  }
  return {
    interactionId: call.interactionId,
    tenantId: call.tenantId,
    direction: call.direction,
    status,
    peer: { name: call.peerName, number: call.peerNumber },
    citizenId: call.citizenId,
    queueId: call.queueId,
    queueName: call.queueName,
    muted: leg.muted,
    recording: call.recording.state,
    startedAt: call.startedAt.toISOString(),
    talkStartedAt: leg.talkStartedAt?.toISOString() ?? null,
    statusSince: leg.statusSince.toISOString(),
    segments: ribbonOf(call, leg.agentId),
    consult: consultOf(call, leg),
    bargedBy: [...call.barged.values()],
    endReason: call.endReason,
  };
}

export function statusOf(call: Call, leg: Leg): CallStatus {
  if (call.phase === "ended" || leg.state === "gone") return "ended";
  if (leg.state !== "up" || !leg.accepted) return "ringing";
  if (call.direction === "outbound" && call.citizen?.state !== "up" && !call.consult) return "ringing";
  if (call.consult && call.consult.status !== "joined") return "consult";
  if (call.citizen?.place === "hold") return "held";
  return talking(call).length > 2 ? "conference" : "talk";
}

/** The citizen's own lane and this agent's: what the others did is not this desk's ribbon. */
function ribbonOf(call: Call, agentId: UserId | null): CallSegment[] {
  return call.segments
    .filter((segment) => segment.agentId === null || segment.agentId === agentId)
    .map(({ kind, startedAt, endedAt }) => ({
      kind,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    }));
}

function consultOf(call: Call, leg: Leg): ConsultLeg | null {
  const { consult } = call;
  if (!consult) return null;
  const { status, target, peer } = consult;
  const startedAt = consult.startedAt.toISOString();
  if (consult.byAgentId === leg.agentId) return { role: "asking", status, peer, startedAt };
  if (target !== leg) return null;
  const asker = agentLeg(call, consult.byAgentId);
  return { role: "asked", status, peer: { name: asker?.name ?? null, number: null }, startedAt };
}
