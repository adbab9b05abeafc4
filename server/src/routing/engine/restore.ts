import { activityOf } from "./activity.ts";
import { configureAgent } from "./agents.ts";
import { demandFor } from "./demands.ts";
import { arm, type Engine } from "./engine.ts";
import { seatAgent } from "./lines.ts";
import { occupy } from "./load.ts";
import { configureQueue } from "./queues.ts";
import {
  type Contact,
  channelIndex,
  type Interaction,
  NO_TIMER,
  type Offer,
  type WrapUp,
} from "./records.ts";
import type { AgentRow, ContactRow, OfferRow, WaitingRow, WrapUpRow } from "./rows.ts";
import type { AgentSettings, QueueSettings } from "./settings.ts";
import { relaxStepAt, scoreOf, startWaiting } from "./waiting.ts";

export interface PersistedState {
  readonly queues: readonly QueueSettings[];
  readonly agents: readonly AgentSettings[];
  readonly agentRows: readonly AgentRow[];
  readonly waiting: readonly WaitingRow[];
  /** Pending ones only. */
  readonly offers: readonly OfferRow[];
  readonly contacts: readonly ContactRow[];
  readonly wrapUps: readonly WrapUpRow[];
}

/** Fills an empty engine from what was persisted. Nothing is decided: what was due meanwhile happens with the next command. */
export function restore(engine: Engine, state: PersistedState, now: number): void {
  for (const queue of state.queues) configureQueue(engine, queue, now);
  for (const agent of state.agents) configureAgent(engine, agent, now);
  for (const row of state.agentRows) restoreAgent(engine, row);
  for (const row of state.waiting) restoreInteraction(engine, row);
  for (const row of [...state.offers].sort((a, b) => a.idleSeqGiven - b.idleSeqGiven))
    restoreOffer(engine, row);
  for (const row of state.contacts) restoreContact(engine, row);
  for (const row of state.wrapUps) restoreWrapUp(engine, row);
  for (const interaction of engine.interactions.values()) resume(engine, interaction, now);
  for (const agent of engine.agents.values()) {
    agent.announced.activity = activityOf(agent);
    seatAgent(engine, agent);
  }
}

function restoreAgent(engine: Engine, row: AgentRow): void {
  const agent = engine.agents.get(row.agentId);
  if (!agent) return;
  agent.state = row.state;
  agent.reason = row.reason;
  agent.next = row.nextState ? { state: row.nextState, reason: row.nextReason } : null;
  agent.present = row.present;
  agent.idleSeq = row.idleSeq;
  engine.seq = Math.max(engine.seq, row.idleSeq);
  arm(engine, agent, row.goneAt);
  Object.assign(agent.announced, {
    state: agent.state,
    reason: agent.reason,
    next: agent.next,
    since: row.since,
    activitySince: row.activitySince,
  });
}

function restoreInteraction(engine: Engine, row: WaitingRow): void {
  const queue = engine.queues.get(row.queueId);
  if (!queue) return;
  const channel = channelIndex.get(row.channel) ?? 0;
  const excluded = Object.entries(row.excluded).map(([agentId, until]): [string, number] => [
    agentId,
    until ?? Number.POSITIVE_INFINITY,
  ]);
  const interaction: Interaction = {
    type: "interaction",
    channel,
    kind: row.kind,
    queue,
    demand: demandFor(engine, queue, { channel, step: 0, own: row.skills }),
    status: row.status,
    inLine: false,
    timer: NO_TIMER,
    offer: null,
    excluded: excluded.length > 0 ? new Map(excluded) : null,
    interactionId: row.interactionId,
    callbackId: row.callbackId,
    enqueuedAt: row.enqueuedAt,
    queuedAt: row.queuedAt,
    relaxStep: 0,
    seq: row.seq,
    score: 0,
    extraPriority: row.extraPriority,
    notBefore: row.notBefore,
    answeredBy: null,
    skills: row.skills,
    lastAgentId: row.lastAgentId,
  };
  interaction.score = scoreOf(interaction);
  engine.seq = Math.max(engine.seq, row.seq);
  engine.interactions.set(row.interactionId, interaction);
}

function restoreOffer(engine: Engine, row: OfferRow): void {
  const interaction = engine.interactions.get(row.interactionId);
  const agent = engine.agents.get(row.agentId);
  if (!interaction || !agent) return;
  const offer: Offer = {
    type: "offer",
    offerId: row.offerId,
    interaction,
    queueId: row.queueId,
    agent,
    madeAt: row.madeAt,
    expiresAt: row.expiresAt,
    idleSeqBefore: row.idleSeqBefore,
    idleSeqGiven: row.idleSeqGiven,
    timer: NO_TIMER,
  };
  interaction.offer = offer;
  interaction.queue.offering += 1;
  engine.offers.set(offer.offerId, offer);
  agent.offers.set(offer.offerId, offer);
  engine.seq = Math.max(engine.seq, row.idleSeqGiven);
  occupy(agent, interaction.channel);
  arm(engine, offer, offer.expiresAt);
}

function restoreContact(engine: Engine, row: ContactRow): void {
  const agent = engine.agents.get(row.agentId);
  if (!agent) return;
  const interaction = row.connected ? null : (engine.interactions.get(row.interactionId) ?? null);
  const contact: Contact = {
    interactionId: row.interactionId,
    tenantId: row.tenantId,
    queueId: row.queueId,
    channel: channelIndex.get(row.channel) ?? 0,
    kind: row.kind,
    callbackId: row.callbackId,
    since: row.since,
    offerId: row.offerId,
    interaction,
    disposed: row.disposed,
  };
  agent.contacts.set(contact.interactionId, contact);
  occupy(agent, contact.channel);
  if (!interaction) return;
  interaction.answeredBy = agent;
  if (contact.offerId !== null) engine.answered.set(contact.offerId, interaction);
}

function restoreWrapUp(engine: Engine, row: WrapUpRow): void {
  const agent = engine.agents.get(row.agentId);
  if (!agent) return;
  const wrapUp: WrapUp = {
    type: "wrap-up",
    agent,
    interactionId: row.interactionId,
    tenantId: row.tenantId,
    queueId: row.queueId,
    channel: channelIndex.get(row.channel) ?? 0,
    mode: row.mode,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    extensionsLeft: row.extensionsLeft,
    overdue: row.overdue,
    disposed: row.disposed,
    timer: NO_TIMER,
  };
  agent.wrapUps.set(wrapUp.interactionId, wrapUp);
  occupy(agent, wrapUp.channel);
  arm(engine, wrapUp, wrapUp.overdue ? null : wrapUp.deadlineAt);
}

/** Back into its line and on the clock. One held by an offer or a talk that is gone waits again. */
function resume(engine: Engine, interaction: Interaction, now: number) {
  if (interaction.offer || interaction.answeredBy) return;
  if (interaction.status === "scheduled") return arm(engine, interaction, interaction.notBefore);
  interaction.relaxStep = relaxStepAt(interaction, now);
  interaction.demand = demandFor(engine, interaction.queue, {
    channel: interaction.channel,
    step: interaction.relaxStep,
    own: interaction.skills,
  });
  startWaiting(engine, interaction, now);
}
