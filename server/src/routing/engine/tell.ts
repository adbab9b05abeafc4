import { CHANNELS, type RoutedChannel } from "@vera/contracts/routing";
import type { Decision, DequeueReason } from "./decisions.ts";
import type { Engine } from "./engine.ts";
import type { Agent, Contact, Interaction, Offer, OfferOutcome, WrapUp } from "./records.ts";

function channelOf(record: { readonly channel: number }): RoutedChannel {
  return CHANNELS[record.channel] ?? "voice";
}

export function tellQueued(
  engine: Engine,
  interaction: Interaction,
  fromQueueId: string | null,
  now: number,
): void {
  const { settings } = interaction.queue;
  engine.decisions.push({
    kind: "interaction.queued",
    interactionId: interaction.interactionId,
    tenantId: settings.tenantId,
    queueId: settings.queueId,
    channel: channelOf(interaction),
    contactKind: interaction.kind,
    callbackId: interaction.callbackId,
    priority: settings.priority + interaction.extraPriority,
    enqueuedAt: interaction.enqueuedAt,
    fromQueueId,
    at: now,
  });
}

export function tellDequeued(
  engine: Engine,
  interaction: Interaction,
  end: { reason: DequeueReason; agentId?: string; toQueueId?: string | null },
  now: number,
): void {
  const { settings } = interaction.queue;
  engine.decisions.push({
    kind: "interaction.dequeued",
    interactionId: interaction.interactionId,
    tenantId: settings.tenantId,
    queueId: settings.queueId,
    channel: channelOf(interaction),
    contactKind: interaction.kind,
    callbackId: interaction.callbackId,
    reason: end.reason,
    agentId: end.agentId ?? null,
    toQueueId: end.toQueueId ?? null,
    enqueuedAt: interaction.enqueuedAt,
    queuedAt: interaction.queuedAt,
    at: now,
  });
}

export function tellRequeued(
  engine: Engine,
  interaction: Interaction,
  afterAnswer: boolean,
  now: number,
): void {
  const { settings } = interaction.queue;
  engine.decisions.push({
    kind: "interaction.requeued",
    interactionId: interaction.interactionId,
    tenantId: settings.tenantId,
    queueId: settings.queueId,
    channel: channelOf(interaction),
    callbackId: interaction.callbackId,
    enqueuedAt: interaction.enqueuedAt,
    afterAnswer,
    at: now,
  });
}

export function tellOfferMade(engine: Engine, offer: Offer): void {
  const { interaction } = offer;
  engine.decisions.push({
    kind: "offer.made",
    offerId: offer.offerId,
    interactionId: interaction.interactionId,
    tenantId: interaction.queue.settings.tenantId,
    queueId: offer.queueId,
    agentId: offer.agent.agentId,
    channel: channelOf(interaction),
    contactKind: interaction.kind,
    callbackId: interaction.callbackId,
    enqueuedAt: interaction.enqueuedAt,
    expiresAt: offer.expiresAt,
    at: offer.madeAt,
  });
}

export function tellOfferEnded(engine: Engine, offer: Offer, outcome: OfferOutcome, now: number): void {
  const { interaction } = offer;
  engine.decisions.push({
    kind: "offer.ended",
    offerId: offer.offerId,
    interactionId: interaction.interactionId,
    tenantId: interaction.queue.settings.tenantId,
    queueId: offer.queueId,
    agentId: offer.agent.agentId,
    channel: channelOf(interaction),
    contactKind: interaction.kind,
    callbackId: interaction.callbackId,
    outcome,
    madeAt: offer.madeAt,
    at: now,
  });
}

export function tellContact(
  engine: Engine,
  kind: "contact.started" | "contact.connected" | "contact.ended",
  { agent, contact }: { agent: Agent; contact: Contact },
  now: number,
): void {
  engine.decisions.push({
    kind,
    agentId: agent.agentId,
    interactionId: contact.interactionId,
    tenantId: contact.tenantId,
    queueId: contact.queueId,
    channel: channelOf(contact),
    contactKind: contact.kind,
    callbackId: contact.callbackId,
    neverConnected: contact.interaction !== null,
    since: contact.since,
    at: now,
  });
}

export function tellWrapUp(
  engine: Engine,
  kind: Extract<Decision["kind"], `wrap-up.${string}`>,
  wrapUp: WrapUp,
  now: number,
): void {
  engine.decisions.push({
    kind,
    agentId: wrapUp.agent.agentId,
    interactionId: wrapUp.interactionId,
    tenantId: wrapUp.tenantId,
    queueId: wrapUp.queueId,
    channel: channelOf(wrapUp),
    mode: wrapUp.mode,
    startedAt: wrapUp.startedAt,
    deadlineAt: wrapUp.deadlineAt,
    at: now,
  });
}
