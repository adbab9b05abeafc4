import { agentStateChanged, offerEnded } from "../../routing/index.ts";
import { type FactSource, makesFacts } from "./fact-source.ts";
import { tenantOf } from "./tenant-of.ts";

export const ROUTING_SOURCES: readonly FactSource[] = [
  makesFacts(offerEnded, (event) => [
    {
      table: "fact_offer",
      row: {
        offer_id: event.data.offerId,
        tenant_id: tenantOf(event),
        interaction_id: event.data.interactionId,
        queue_id: event.data.queueId,
        agent_id: event.data.agentId,
        offered_at: event.data.madeAt,
        closed_at: event.data.at,
        outcome: event.data.outcome,
      },
    },
  ]),
  makesFacts(agentStateChanged, (event) => [
    {
      table: "fact_agent_state",
      row: {
        event_seq: event.seq,
        agent_id: event.data.agentId,
        at: event.data.at,
        state: event.data.state,
        reason: event.data.reason,
        activity: event.data.activity,
      },
    },
  ]),
];
