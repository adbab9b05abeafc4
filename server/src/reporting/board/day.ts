import type { OpenStay } from "../../conversations/index.ts";
import type { AgentStateFact, QueueVisitFact, SeizureFact } from "../facts/fact.ts";

/** One agent's work on one interaction. */
export interface Contact {
  readonly tenantId: string;
  readonly queueId: string | null;
  readonly agentId: string;
  readonly interactionId: string;
  /** Milliseconds by segment, so that a slice seen twice counts once. */
  readonly slices: Map<string, number>;
}

export interface PendingOffer {
  readonly offerId: string;
  readonly interactionId: string;
  readonly queueId: string;
  readonly tenantId: string;
  readonly expiresAt: string;
}

export interface AgentDay {
  /** The latest state; null before the first event. */
  now: (AgentStateFact & AgentInHand) | null;
  readonly offers: Map<string, PendingOffer>;
  onHold: boolean;
  /** Of today, finished spans only, milliseconds. */
  onContactMs: number;
  readyMs: number;
}

export interface AgentInHand {
  readonly since: string;
  readonly activitySince: string;
  readonly requestedState: string | null;
  readonly interactionId: string | null;
  readonly queueId: string | null;
  readonly tenantId: string | null;
}

/** Everything the board is made of, for one day of one zone. Rows are kept by id: applying twice changes nothing. */
export interface Day {
  readonly startMs: number;
  readonly endMs: number;
  /** Stays that entered today and ended, by queue, then by visit. */
  readonly visits: Map<string, Map<string, QueueVisitFact>>;
  /** Open stays by visit. */
  readonly waiting: Map<string, OpenStay>;
  readonly contacts: Map<string, Contact>;
  /** Interactions that ended since the day began. */
  readonly ended: Set<string>;
  readonly agents: Map<string, AgentDay>;
  /** Interaction → tenant. */
  readonly emergencies: Map<string, { readonly tenantId: string; readonly at: string }>;
  /** By trunk, then by seizure. */
  readonly seizures: Map<string, Map<string, SeizureFact>>;
  readonly dirty: Dirty;
}

/** What must be shown anew. */
export interface Dirty {
  readonly queues: Set<string>;
  readonly agents: Set<string>;
  readonly trunks: Set<string>;
  readonly tenants: Set<string>;
}

export function createDay({ startMs, endMs }: { startMs: number; endMs: number }): Day {
  return {
    startMs,
    endMs,
    visits: new Map(),
    waiting: new Map(),
    contacts: new Map(),
    ended: new Set(),
    agents: new Map(),
    emergencies: new Map(),
    seizures: new Map(),
    dirty: { queues: new Set(), agents: new Set(), trunks: new Set(), tenants: new Set() },
  };
}

export function agentOf(day: Day, agentId: string): AgentDay {
  let agent = day.agents.get(agentId);
  if (!agent) {
    agent = { now: null, offers: new Map(), onHold: false, onContactMs: 0, readyMs: 0 };
    day.agents.set(agentId, agent);
  }
  return agent;
}

export function isToday(day: Day, instant: string | Date): boolean {
  const ms = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  return ms >= day.startMs && ms < day.endMs;
}
