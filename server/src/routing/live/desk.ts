import {
  type AgentContact,
  type AgentDesk,
  CHANNELS,
  type OfferCard,
  type PauseReasonRef,
  type WrapUp,
} from "@vera/contracts/routing";
import { activityOf } from "../engine/activity.ts";
import { openOn } from "../engine/load.ts";
import {
  type Agent,
  type Contact,
  NO_TIMER,
  type Offer,
  type WrapUp as WrapUpRecord,
} from "../engine/records.ts";
import { BLANK_CARD, type Card } from "./card.ts";
import { type AgentScope, reasonLabel, type Settings } from "./load-settings.ts";

export interface DeskSources {
  readonly settings: Settings;
  readonly cards: ReadonlyMap<string, Card>;
  readonly scope: AgentScope | undefined;
}

const at = (ms: number): string => new Date(ms).toISOString();
const channelOf = (index: number): (typeof CHANNELS)[number] => CHANNELS[index] ?? "voice";

/** The agent's own screen, whole. */
export function deskOf(agent: Agent, sources: DeskSources): AgentDesk {
  const { announced, next } = agent;
  return {
    agentId: agent.agentId,
    state: agent.state,
    reason: reasonRef(agent.reason, sources),
    since: at(announced.since),
    requestedNext: next ? { state: next.state, reason: reasonRef(next.reason, sources) } : null,
    activity: activityOf(agent),
    activitySince: at(announced.activitySince),
    present: agent.present && agent.timer === NO_TIMER,
    capacity: Object.fromEntries(
      CHANNELS.map((name, n) => [
        name,
        { used: openOn(agent, n), limit: agent.group.capacity.limits[n] ?? 0 },
      ]),
    ),
    offers: Object.fromEntries(
      agent.offers.values().map((offer) => [offer.offerId, offerCard(offer, sources)]),
    ),
    contacts: Object.fromEntries(
      agent.contacts.values().map((contact) => [contact.interactionId, contactCard(contact, sources)]),
    ),
    wrapUps: Object.fromEntries(
      agent.wrapUps.values().map((wrapUp) => [wrapUp.interactionId, wrapUpCard(wrapUp, sources)]),
    ),
  };
}

/** An agent the router has never met. */
export function unknownDesk(agentId: string, now: Date): AgentDesk {
  const since = now.toISOString();
  return {
    agentId,
    state: "offline",
    reason: null,
    since,
    requestedNext: null,
    activity: "idle",
    activitySince: since,
    present: false,
    capacity: {},
    offers: {},
    contacts: {},
    wrapUps: {},
  };
}

export function reasonRef(code: string | null, { settings, scope }: DeskSources): PauseReasonRef | null {
  return code === null ? null : { code, label: reasonLabel(settings, code, scope) };
}

function queueName(queueId: string | null, { settings }: DeskSources): string | null {
  return queueId === null ? null : (settings.queues.get(queueId)?.name ?? null);
}

function offerCard(offer: Offer, sources: DeskSources): OfferCard {
  const { interaction } = offer;
  const { caller, topic } = sources.cards.get(interaction.interactionId) ?? BLANK_CARD;
  return {
    offerId: offer.offerId,
    interactionId: interaction.interactionId,
    tenantId: interaction.queue.settings.tenantId,
    queueId: offer.queueId,
    queueName: queueName(offer.queueId, sources) ?? "",
    channel: channelOf(interaction.channel),
    kind: interaction.kind,
    callbackId: interaction.callbackId,
    caller,
    topic,
    offeredAt: at(offer.madeAt),
    expiresAt: at(offer.expiresAt),
    waitingSince: at(interaction.enqueuedAt),
    status: "pending",
  };
}

function contactCard(contact: Contact, sources: DeskSources): AgentContact {
  return {
    interactionId: contact.interactionId,
    tenantId: contact.tenantId,
    queueId: contact.queueId,
    queueName: queueName(contact.queueId, sources),
    channel: channelOf(contact.channel),
    kind: contact.kind,
    callbackId: contact.callbackId,
    caller: (sources.cards.get(contact.interactionId) ?? BLANK_CARD).caller,
    phase: contact.interaction ? "connecting" : "connected",
    since: at(contact.since),
  };
}

function wrapUpCard(wrapUp: WrapUpRecord, sources: DeskSources): WrapUp {
  return {
    interactionId: wrapUp.interactionId,
    tenantId: wrapUp.tenantId,
    queueId: wrapUp.queueId,
    queueName: queueName(wrapUp.queueId, sources),
    channel: channelOf(wrapUp.channel),
    caller: (sources.cards.get(wrapUp.interactionId) ?? BLANK_CARD).caller,
    mode: wrapUp.mode,
    startedAt: at(wrapUp.startedAt),
    deadlineAt: wrapUp.deadlineAt === null ? null : at(wrapUp.deadlineAt),
    overdue: wrapUp.overdue,
    disposed: wrapUp.disposed,
    extensionsLeft: wrapUp.extensionsLeft,
  };
}
