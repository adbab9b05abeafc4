import type { Decision } from "../engine/decisions.ts";
import type { Engine } from "../engine/engine.ts";
import type { Agent } from "../engine/records.ts";
import {
  agentStateChanged,
  contactConnected,
  contactEnded,
  contactStarted,
  offerEnded,
  offerMade,
  waitEnded,
  waitResumed,
  waitStarted,
  wrapUpDisposed,
  wrapUpEnded,
  wrapUpExtended,
  wrapUpOverdue,
  wrapUpStarted,
} from "../events.ts";

/** An event before it has its number. */
export interface EventRow {
  readonly type: string;
  readonly tenantId: string;
  readonly key: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly data: object;
}

const TYPES = {
  "interaction.queued": waitStarted,
  "interaction.dequeued": waitEnded,
  "interaction.requeued": waitResumed,
  "offer.made": offerMade,
  "offer.ended": offerEnded,
  "contact.started": contactStarted,
  "contact.connected": contactConnected,
  "contact.ended": contactEnded,
  "wrap-up.started": wrapUpStarted,
  "wrap-up.extended": wrapUpExtended,
  "wrap-up.overdue": wrapUpOverdue,
  "wrap-up.disposed": wrapUpDisposed,
  "wrap-up.ended": wrapUpEnded,
  "agent.state-changed": agentStateChanged,
} as const;

/** Fields of decisions that are instants. */
const INSTANTS = new Set([
  "at",
  "enqueuedAt",
  "queuedAt",
  "expiresAt",
  "madeAt",
  "since",
  "startedAt",
  "deadlineAt",
  "activitySince",
]);

/** What is told of a decision; undefined for a refusal. */
export function eventRow(engine: Engine, decision: Decision): EventRow | undefined {
  if (decision.kind === "refused") return undefined;
  const { kind, tenantId, ...facts } = decision;
  const data = {
    ...(withInstants(facts) as object),
    ...(decision.kind === "interaction.dequeued" && { waitMs: decision.at - decision.queuedAt }),
    ...(decision.kind === "agent.state-changed" && inHand(engine.agents.get(decision.agentId))),
  };
  const key = decision.kind === "agent.state-changed" ? decision.agentId : decision.interactionId;
  return { type: TYPES[kind].type, tenantId, key, at: decision.at, data };
}

function withInstants(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      INSTANTS.has(name) && typeof field === "number" ? new Date(field).toISOString() : withInstants(field),
    ]),
  );
}

/** What the agent has in hand: the first contact, else wrap-up, else offer. */
export function inHand(agent: Agent | undefined): { interactionId: string | null; queueId: string | null } {
  const contact = agent?.contacts.values()[0] ?? agent?.wrapUps.values()[0];
  if (contact) return { interactionId: contact.interactionId, queueId: contact.queueId };
  const offer = agent?.offers.values()[0];
  return { interactionId: offer?.interaction.interactionId ?? null, queueId: offer?.queueId ?? null };
}
