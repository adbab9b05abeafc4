import type {
  AgentStateFact,
  AnswerFact,
  EmergencyFact,
  Fact,
  QueueVisitFact,
  SeizureFact,
  SliceFact,
} from "../facts/fact.ts";
import { agentOf, type Contact, type Day, isToday } from "./day.ts";

/** Takes a fact into the day. The same facts feed the reports, so that both show the same numbers. */
export function applyFact(day: Day, fact: Fact): void {
  switch (fact.table) {
    case "fact_queue_visit":
      applyVisit(day, fact.row);
      return;
    case "fact_answer":
      applyAnswer(day, fact.row);
      return;
    case "fact_slice":
      applySlice(day, fact.row);
      return;
    case "fact_interaction":
      applyEnd(day, fact.row.interaction_id);
      return;
    case "fact_offer":
      agentOf(day, fact.row.agent_id).offers.delete(fact.row.offer_id);
      day.dirty.agents.add(fact.row.agent_id);
      return;
    case "fact_agent_state":
      addTime(day, fact.row);
      return;
    case "fact_seizure":
      applySeizure(day, fact.row);
      return;
    case "fact_emergency":
      applyEmergency(day, fact.row);
      return;
  }
}

function applyVisit(day: Day, visit: QueueVisitFact): void {
  day.waiting.delete(visit.visit_id);
  day.dirty.queues.add(visit.queue_id);
  day.dirty.tenants.add(visit.tenant_id);
  if (!isToday(day, visit.entered_at)) return;
  const visits = day.visits.get(visit.queue_id) ?? new Map<string, QueueVisitFact>();
  day.visits.set(visit.queue_id, visits);
  visits.set(visit.visit_id, visit);
}

function applyAnswer(day: Day, answer: AnswerFact): void {
  const key = contactKey(answer.interaction_id, answer.agent_id);
  if (!isToday(day, answer.answered_at) || day.contacts.has(key)) return;
  day.contacts.set(key, {
    tenantId: answer.tenant_id,
    queueId: answer.queue_id,
    agentId: answer.agent_id,
    interactionId: answer.interaction_id,
    slices: new Map(),
  });
}

function applySlice(day: Day, slice: SliceFact): void {
  const agent = agentOf(day, slice.agent_id);
  if (slice.kind === "hold" || slice.kind === "consult") agent.onHold = false;
  day.dirty.agents.add(slice.agent_id);
  const contact = day.contacts.get(contactKey(slice.interaction_id, slice.agent_id));
  if (!contact) return;
  contact.slices.set(slice.segment_id, slice.duration_ms);
  if (day.ended.has(slice.interaction_id)) soil(day, contact);
}

function applyEnd(day: Day, interactionId: string): void {
  day.ended.add(interactionId);
  for (const contact of day.contacts.values())
    if (contact.interactionId === interactionId) soil(day, contact);
}

function soil(day: Day, { queueId, tenantId, agentId }: Contact): void {
  if (queueId !== null) day.dirty.queues.add(queueId);
  day.dirty.tenants.add(tenantId);
  day.dirty.agents.add(agentId);
}

/** Closes the span of the state before. An event that was seen already is older than the latest and changes nothing. */
function addTime(day: Day, next: AgentStateFact): void {
  const agent = agentOf(day, next.agent_id);
  const { now } = agent;
  if (!now || now.event_seq >= next.event_seq) return;
  const from = Math.max(Date.parse(now.at), day.startMs);
  const ms = Math.max(0, Math.min(Date.parse(next.at), day.endMs) - from);
  if (now.activity === "on-contact") agent.onContactMs += ms;
  else if (now.state === "ready" && now.activity !== "wrap-up") agent.readyMs += ms;
}

function applySeizure(day: Day, seizure: SeizureFact): void {
  const seizures = day.seizures.get(seizure.trunk_id) ?? new Map<string, SeizureFact>();
  day.seizures.set(seizure.trunk_id, seizures);
  seizures.set(seizure.seizure_id, seizure);
  day.dirty.trunks.add(seizure.trunk_id);
}

function applyEmergency(day: Day, emergency: EmergencyFact): void {
  day.emergencies.set(emergency.interaction_id, { tenantId: emergency.tenant_id, at: emergency.at });
  day.dirty.tenants.add(emergency.tenant_id);
  for (const [queueId, visits] of day.visits) {
    for (const visit of visits.values()) {
      if (visit.interaction_id === emergency.interaction_id) day.dirty.queues.add(queueId);
    }
  }
}

function contactKey(interactionId: string, agentId: string): string {
  return `${interactionId} ${agentId}`;
}
