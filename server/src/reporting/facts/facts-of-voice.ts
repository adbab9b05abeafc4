import { seizureEnded } from "../../voice/index.ts";
import { type FactSource, makesFacts } from "./fact-source.ts";
import { tenantOf } from "./tenant-of.ts";

export const VOICE_SOURCES: readonly FactSource[] = [
  makesFacts(seizureEnded, (event) => [
    {
      table: "fact_seizure",
      row: {
        seizure_id: event.key,
        tenant_id: tenantOf(event),
        interaction_id: event.data.interactionId,
        trunk_id: event.data.trunkId,
        route_id: event.data.routeId,
        direction: event.data.direction,
        started_at: event.data.startedAt,
        setup_ms: Math.round(event.data.setupSeconds * 1000),
        connected_ms: Math.round(event.data.talkSeconds * 1000),
        outcome: event.data.outcome,
      },
    },
  ]),
];
