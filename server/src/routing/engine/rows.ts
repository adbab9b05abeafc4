import { CHANNELS, type ChosenState, type RoutedChannel, type WrapUpMode } from "@vera/contracts/routing";
import { activityOf } from "./activity.ts";
import type { Changes } from "./changes.ts";
import type { Engine } from "./engine.ts";
import type { Activity, Agent, Contact, Interaction, InteractionStatus, Offer, WrapUp } from "./records.ts";
import type { Requirement } from "./settings.ts";

/** The persisted image of each record: enough to rebuild the engine exactly. Instants in ms since the epoch. */
export interface WaitingRow {
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queueId: string;
  readonly channel: RoutedChannel;
  readonly kind: "incoming" | "callback";
  readonly callbackId: string | null;
  readonly extraPriority: number;
  readonly skills: readonly Requirement[];
  readonly lastAgentId: string | null;
  readonly enqueuedAt: number;
  readonly queuedAt: number;
  readonly seq: number;
  readonly notBefore: number;
  readonly status: InteractionStatus;
  /** agentId → until; null = for good. */
  readonly excluded: Readonly<Record<string, number | null>>;
}

export interface OfferRow {
  readonly offerId: string;
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queueId: string;
  readonly agentId: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly idleSeqBefore: number;
  readonly idleSeqGiven: number;
}

export interface AgentRow {
  readonly agentId: string;
  readonly state: ChosenState;
  readonly reason: string | null;
  readonly since: number;
  readonly nextState: ChosenState | null;
  readonly nextReason: string | null;
  readonly activity: Activity;
  readonly activitySince: number;
  readonly present: boolean;
  readonly goneAt: number | null;
  readonly idleSeq: number;
}

export interface ContactRow {
  readonly agentId: string;
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queueId: string | null;
  readonly channel: RoutedChannel;
  readonly kind: "incoming" | "callback" | "outgoing";
  readonly callbackId: string | null;
  readonly since: number;
  readonly offerId: string | null;
  readonly connected: boolean;
  readonly disposed: boolean;
}

export interface WrapUpRow {
  readonly agentId: string;
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queueId: string | null;
  readonly channel: RoutedChannel;
  readonly mode: WrapUpMode;
  readonly startedAt: number;
  readonly deadlineAt: number | null;
  readonly extensionsLeft: number;
  readonly overdue: boolean;
  readonly disposed: boolean;
}

export interface AgentInteraction {
  readonly agentId: string;
  readonly interactionId: string;
}

/** What a batch of decisions changed, as upserts and removals. */
export interface RowChanges {
  readonly waiting: WaitingRow[];
  readonly waitingGone: string[];
  readonly offers: OfferRow[];
  readonly offersEnded: { readonly offerId: string; readonly outcome: string; readonly at: number }[];
  readonly agents: AgentRow[];
  readonly contacts: ContactRow[];
  readonly contactsGone: AgentInteraction[];
  readonly wrapUps: WrapUpRow[];
  readonly wrapUpsGone: AgentInteraction[];
}

/** The images of everything in `changes`, as it is now. */
export function collectRows(engine: Engine, changes: Changes): RowChanges {
  const rows: RowChanges = {
    waiting: [],
    waitingGone: [],
    offers: [],
    offersEnded: [],
    agents: [],
    contacts: [],
    contactsGone: [],
    wrapUps: [],
    wrapUpsGone: [],
  };
  for (const id of changes.interactions) {
    const interaction = engine.interactions.get(id);
    if (interaction) rows.waiting.push(waitingRow(interaction));
    else rows.waitingGone.push(id);
  }
  for (const id of changes.offersMade) {
    const offer = engine.offers.get(id) ?? changes.offersEnded.get(id)?.offer;
    if (offer) rows.offers.push(offerRow(offer));
  }
  for (const [offerId, { outcome, at }] of changes.offersEnded)
    rows.offersEnded.push({ offerId, outcome, at });
  for (const id of changes.agents) {
    const agent = engine.agents.get(id);
    if (agent) rows.agents.push(agentRow(engine, agent));
  }
  for (const [agentId, ids] of changes.contacts) collectContacts(engine.agents.get(agentId), ids, rows);
  return rows;
}

function collectContacts(agent: Agent | undefined, ids: ReadonlySet<string>, rows: RowChanges): void {
  if (!agent) return;
  for (const interactionId of ids) {
    const contact = agent.contacts.get(interactionId);
    if (contact) rows.contacts.push(contactRow(agent, contact));
    else rows.contactsGone.push({ agentId: agent.agentId, interactionId });
    const wrapUp = agent.wrapUps.get(interactionId);
    if (wrapUp) rows.wrapUps.push(wrapUpRow(wrapUp));
    else rows.wrapUpsGone.push({ agentId: agent.agentId, interactionId });
  }
}

export function waitingRow(interaction: Interaction): WaitingRow {
  const { settings } = interaction.queue;
  return {
    interactionId: interaction.interactionId,
    tenantId: settings.tenantId,
    queueId: settings.queueId,
    channel: CHANNELS[interaction.channel] ?? "voice",
    kind: interaction.kind,
    callbackId: interaction.callbackId,
    extraPriority: interaction.extraPriority,
    skills: interaction.skills,
    lastAgentId: interaction.lastAgentId,
    enqueuedAt: interaction.enqueuedAt,
    queuedAt: interaction.queuedAt,
    seq: interaction.seq,
    notBefore: interaction.notBefore,
    status: interaction.status,
    excluded: Object.fromEntries(
      [...(interaction.excluded ?? [])].map(([id, until]) => [id, Number.isFinite(until) ? until : null]),
    ),
  };
}

export function offerRow(offer: Offer): OfferRow {
  return {
    offerId: offer.offerId,
    interactionId: offer.interaction.interactionId,
    tenantId: offer.interaction.queue.settings.tenantId,
    queueId: offer.queueId,
    agentId: offer.agent.agentId,
    madeAt: offer.madeAt,
    expiresAt: offer.expiresAt,
    idleSeqBefore: offer.idleSeqBefore,
    idleSeqGiven: offer.idleSeqGiven,
  };
}

export function agentRow(engine: Engine, agent: Agent): AgentRow {
  return {
    agentId: agent.agentId,
    state: agent.state,
    reason: agent.reason,
    since: agent.announced.since,
    nextState: agent.next?.state ?? null,
    nextReason: agent.next?.reason ?? null,
    activity: activityOf(agent),
    activitySince: agent.announced.activitySince,
    present: agent.present,
    goneAt: engine.timers.dueAt(agent),
    idleSeq: agent.idleSeq,
  };
}

export function contactRow(agent: Agent, contact: Contact): ContactRow {
  return {
    agentId: agent.agentId,
    interactionId: contact.interactionId,
    tenantId: contact.tenantId,
    queueId: contact.queueId,
    channel: CHANNELS[contact.channel] ?? "voice",
    kind: contact.kind,
    callbackId: contact.callbackId,
    since: contact.since,
    offerId: contact.offerId,
    connected: contact.interaction === null,
    disposed: contact.disposed,
  };
}

export function wrapUpRow(wrapUp: WrapUp): WrapUpRow {
  return {
    agentId: wrapUp.agent.agentId,
    interactionId: wrapUp.interactionId,
    tenantId: wrapUp.tenantId,
    queueId: wrapUp.queueId,
    channel: CHANNELS[wrapUp.channel] ?? "voice",
    mode: wrapUp.mode,
    startedAt: wrapUp.startedAt,
    deadlineAt: wrapUp.deadlineAt,
    extensionsLeft: wrapUp.extensionsLeft,
    overdue: wrapUp.overdue,
    disposed: wrapUp.disposed,
  };
}
