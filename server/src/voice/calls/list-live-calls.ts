import type { LiveCallSummary } from "@vera/contracts/voice";
import type { TenantScope } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import { agentLegs } from "./call-record.ts";
import { statusOf } from "./live-call.ts";

export function listLiveCalls(voice: Voice, scope: TenantScope): LiveCallSummary[] {
  return voice.calls
    .all()
    .filter((call) => scope === "system" || scope.includes(call.tenantId))
    .map((call) => ({
      interactionId: call.interactionId,
      tenantId: call.tenantId,
      direction: call.direction,
      peer: { name: call.peerName, number: call.peerNumber },
      queueId: call.queueId,
      startedAt: call.startedAt.toISOString(),
      agents: agentLegs(call).map((leg) => ({
        agentId: leg.agentId ?? "",
        name: leg.name,
        status: statusOf(call, leg),
      })),
    }));
}
