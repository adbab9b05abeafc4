import {
  interactionAnswered,
  interactionEmergencyMarked,
  interactionEnded,
  interactionLeftQueue,
  interactionSegmentEnded,
} from "../../conversations/index.ts";
import type { EventOf } from "../../platform/index.ts";
import { type FactSource, makesFacts } from "./fact-source.ts";
import { tenantOf } from "./tenant-of.ts";

export const INTERACTION_SOURCES: readonly FactSource[] = [
  makesFacts(interactionEnded, (event) => [
    {
      table: "fact_interaction",
      row: {
        interaction_id: event.data.interactionId,
        tenant_id: tenantOf(event),
        channel: event.data.channel,
        direction: event.data.direction,
        entry_point_id: event.data.entryPointId,
        started_at: event.data.startedAt,
        answered_at: event.data.answeredAt,
        ended_at: event.data.endedAt,
        reason: event.data.reason,
      },
    },
  ]),
  makesFacts(interactionLeftQueue, (event) => [
    {
      table: "fact_queue_visit",
      row: {
        visit_id: event.data.visitId,
        tenant_id: tenantOf(event),
        interaction_id: event.data.interactionId,
        queue_id: event.data.queueId,
        channel: event.data.channel,
        direction: event.data.direction,
        entered_at: event.data.enteredAt,
        left_at: event.data.leftAt,
        wait_ms: event.data.waitMs,
        outcome: event.data.outcome,
        agent_id: event.data.agentId,
      },
    },
  ]),
  makesFacts(interactionAnswered, (event) => [
    {
      table: "fact_answer",
      row: {
        interaction_id: event.data.interactionId,
        agent_id: event.data.agentId,
        tenant_id: tenantOf(event),
        queue_id: event.data.queueId,
        channel: event.data.channel,
        direction: event.data.direction,
        answered_at: event.data.answeredAt,
      },
    },
  ]),
  makesFacts(interactionSegmentEnded, sliceOf),
  makesFacts(interactionEmergencyMarked, (event) => [
    {
      table: "fact_emergency",
      row: {
        interaction_id: event.data.interactionId,
        tenant_id: tenantOf(event),
        service: event.data.service,
        at: event.data.at,
      },
    },
  ]),
];

const WORK: readonly string[] = ["talk", "hold", "consult", "wrap-up"];

function sliceOf(event: EventOf<typeof interactionSegmentEnded>): ReturnType<FactSource["factsOf"]> {
  const { agentId, kind } = event.data;
  if (agentId === null || !WORK.includes(kind)) return [];
  return [
    {
      table: "fact_slice",
      row: {
        segment_id: event.data.segmentId,
        tenant_id: tenantOf(event),
        interaction_id: event.data.interactionId,
        agent_id: agentId,
        queue_id: event.data.queueId,
        kind,
        started_at: event.data.startedAt,
        duration_ms: event.data.durationMs,
      },
    },
  ];
}
