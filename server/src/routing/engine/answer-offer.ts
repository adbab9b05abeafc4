import { admit } from "./admit.ts";
import { addContact, removeContact, stopConnecting } from "./contacts.ts";
import { type Engine, refuse } from "./engine.ts";
import { measureAnswer } from "./estimate.ts";
import { endOffer, freshPlace } from "./hold-agent.ts";
import { seatAgent } from "./lines.ts";
import type { Agent, Contact, Offer } from "./records.ts";
import { DECLINE_REST_MS } from "./settings.ts";
import { settle } from "./settle.ts";
import { tellContact, tellDequeued, tellRequeued } from "./tell.ts";
import { exclude } from "./waiting.ts";

interface Answer {
  readonly offerId: string;
  readonly agentId: string;
}

/** Exactly one winner: only the pending offer of this very agent can be accepted. Repeating one's own accept is harmless. */
export function accept(engine: Engine, { offerId, agentId }: Answer, now: number) {
  const offer = engine.offers.get(offerId);
  if (!offer) {
    if (acceptedContact(engine, offerId, agentId)) return;
    return refuse(engine, "offer-gone", "This offer is no longer there: it was taken back, expired or ended");
  }
  if (offer.agent.agentId !== agentId)
    return refuse(engine, "not-your-offer", "This offer is another agent's");
  const { agent, interaction } = offer;
  endOffer(engine, offer, "accepted", now);
  const earlier = agent.contacts.get(interaction.interactionId);
  if (earlier) removeContact(engine, agent, earlier, now);
  engine.answered.set(offerId, interaction);
  interaction.status = "connecting";
  interaction.answeredBy = agent;
  const contact: Contact = {
    interactionId: interaction.interactionId,
    tenantId: interaction.queue.settings.tenantId,
    queueId: interaction.queue.settings.queueId,
    channel: interaction.channel,
    kind: interaction.kind,
    callbackId: interaction.callbackId,
    since: now,
    offerId,
    interaction,
    disposed: false,
  };
  addContact(engine, agent, contact);
  measureAnswer(interaction.queue, now);
  tellDequeued(engine, interaction, { reason: "answered", agentId }, now);
  tellContact(engine, "contact.started", { agent, contact }, now);
  settle(engine, agent, now);
}

function acceptedContact(engine: Engine, offerId: string, agentId: string): Contact | undefined {
  for (const contact of engine.agents.get(agentId)?.contacts.values() ?? []) {
    if (contact.offerId === offerId) return contact;
  }
  return undefined;
}

/** Back to its place; this agent is spared the same one for a while, and goes to the end of the line. */
export function decline(engine: Engine, { offerId, agentId }: Answer, now: number) {
  const offer = engine.offers.get(offerId);
  if (!offer) return refuse(engine, "offer-gone", "This offer is no longer there");
  if (offer.agent.agentId !== agentId)
    return refuse(engine, "not-your-offer", "This offer is another agent's");
  endOffer(engine, offer, "declined", now);
  freshPlace(engine, offer.agent);
  exclude(offer.interaction, agentId, now + DECLINE_REST_MS);
  comeBack(engine, offer, now);
}

/** Nobody answered in time: the agent is not responding until they say they are back. */
export function offerDue(engine: Engine, offer: Offer, now: number) {
  endOffer(engine, offer, "expired", now);
  pauseBySystem(engine, offer.agent, "not-responding");
  comeBack(engine, offer, now);
}

/** The agent's line failed, while ringing or before both were connected. */
export function ringFailed(engine: Engine, { offerId }: { offerId: string }, now: number) {
  const offer = engine.offers.get(offerId);
  if (offer) {
    endOffer(engine, offer, "failed", now);
    pauseBySystem(engine, offer.agent, "device-error");
    return comeBack(engine, offer, now);
  }
  const interaction = engine.answered.get(offerId);
  const agent = interaction?.answeredBy;
  const contact = agent?.contacts.get(interaction?.interactionId ?? "");
  if (!interaction || !agent || !contact) {
    return refuse(engine, "offer-gone", "This offer is no longer there, or both are already connected");
  }
  tellRequeued(engine, interaction, true, now);
  stopConnecting(engine, contact);
  removeContact(engine, agent, contact, now);
  interaction.answeredBy = null;
  pauseBySystem(engine, agent, "device-error");
  admit(engine, interaction, now);
  settle(engine, agent, now);
}

/** The desk went away with the offer unanswered. */
export function takeBack(engine: Engine, offer: Offer, now: number) {
  endOffer(engine, offer, "withdrawn", now);
  tellRequeued(engine, offer.interaction, false, now);
  admit(engine, offer.interaction, now);
}

function comeBack(engine: Engine, offer: Offer, now: number) {
  tellRequeued(engine, offer.interaction, false, now);
  admit(engine, offer.interaction, now);
  settle(engine, offer.agent, now);
}

/** Out of every line at once, before what they did not answer looks for somebody else. A chosen next state wins; both stop new offers. */
function pauseBySystem(engine: Engine, agent: Agent, reason: "not-responding" | "device-error") {
  if (agent.state !== "ready") return;
  agent.state = "paused";
  agent.reason = reason;
  freshPlace(engine, agent);
  seatAgent(engine, agent);
}
