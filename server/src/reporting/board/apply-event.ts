import { interactionQueued, interactionSegmentStarted, type OpenStay } from "../../conversations/index.ts";
import type { AnnouncedEvent, EventDefinition, EventOf, TenantId } from "../../platform/index.ts";
import { agentStateChanged, offerMade } from "../../routing/index.ts";
import { FACT_EVENTS, factsOf } from "../facts/facts-of.ts";
import { applyFact } from "./apply-fact.ts";
import { agentOf, type Day } from "./day.ts";

/** Every event that changes the board. */
export const BOARD_EVENTS: readonly EventDefinition[] = [
  ...FACT_EVENTS,
  interactionQueued,
  interactionSegmentStarted,
  offerMade,
];

export function applyEvent(day: Day, event: AnnouncedEvent): void {
  for (const fact of factsOf(event)) applyFact(day, fact);
  switch (event.type) {
    case interactionQueued.type:
      applyQueued(day, event as EventOf<typeof interactionQueued>);
      return;
    case interactionSegmentStarted.type:
      applySegment(day, event as EventOf<typeof interactionSegmentStarted>);
      return;
    case offerMade.type:
      applyOffer(day, event as EventOf<typeof offerMade>);
      return;
    case agentStateChanged.type:
      applyAgent(day, event as EventOf<typeof agentStateChanged>);
      return;
  }
}

function applyQueued(day: Day, { data, tenantId }: EventOf<typeof interactionQueued>): void {
  // Seen again after it was over (a rebuild reads what was also announced).
  if (day.visits.get(data.queueId)?.has(data.visitId)) return;
  addStay(day, {
    visitId: data.visitId,
    interactionId: data.interactionId,
    tenantId: tenantId as TenantId,
    queueId: data.queueId,
    channel: data.channel,
    direction: data.direction,
    enteredAt: new Date(data.enteredAt),
  });
}

export function addStay(day: Day, stay: OpenStay): void {
  day.waiting.set(stay.visitId, stay);
  day.dirty.queues.add(stay.queueId);
  day.dirty.tenants.add(stay.tenantId);
}

function applySegment(day: Day, { data }: EventOf<typeof interactionSegmentStarted>): void {
  if (data.agentId === null) return;
  agentOf(day, data.agentId).onHold = data.kind === "hold" || data.kind === "consult";
  day.dirty.agents.add(data.agentId);
}

function applyOffer(day: Day, { data, tenantId }: EventOf<typeof offerMade>): void {
  const { offerId, interactionId, queueId, expiresAt } = data;
  const offer = { offerId, interactionId, queueId, expiresAt, tenantId: tenantId ?? "" };
  agentOf(day, data.agentId).offers.set(offerId, offer);
  day.dirty.agents.add(data.agentId);
}

function applyAgent(day: Day, { seq, data, tenantId }: EventOf<typeof agentStateChanged>): void {
  const agent = agentOf(day, data.agentId);
  day.dirty.agents.add(data.agentId);
  if (agent.now && agent.now.event_seq >= seq) return;
  agent.now = {
    event_seq: seq,
    agent_id: data.agentId,
    at: data.at,
    state: data.state,
    reason: data.reason,
    activity: data.activity,
    since: data.since,
    activitySince: data.activitySince,
    requestedState: data.requestedNext?.state ?? null,
    interactionId: data.interactionId,
    queueId: data.queueId,
    tenantId,
  };
  if (data.activity !== "on-contact") agent.onHold = false;
}
