import { contactChanged } from "./changes.ts";
import { arm, type Engine, touch } from "./engine.ts";
import { occupy, release } from "./load.ts";
import {
  type Agent,
  type ChannelIndex,
  type Interaction,
  NO_TIMER,
  type Offer,
  type OfferOutcome,
} from "./records.ts";
import { tellOfferEnded, tellOfferMade } from "./tell.ts";

/** Keeps room for the interaction, at the end of the lines. The caller seats the agent again. */
export function holdAgent(engine: Engine, agent: Agent, channel: ChannelIndex): void {
  agent.idleSeqBefore = agent.idleSeq;
  freshPlace(engine, agent);
  occupy(agent, channel);
}

/** Of an interaction that is in no line and on no clock to the agent who was just held for it. */
export function makeOffer(
  engine: Engine,
  { interaction, agent }: { interaction: Interaction; agent: Agent },
  now: number,
): void {
  const { queue } = interaction;
  const offerId = engine.newOfferId();
  const offer: Offer = {
    type: "offer",
    offerId,
    interaction,
    queueId: queue.settings.queueId,
    agent,
    madeAt: now,
    expiresAt: now + queue.settings.offerMs,
    idleSeqBefore: agent.idleSeqBefore,
    idleSeqGiven: agent.idleSeq,
    timer: NO_TIMER,
  };
  interaction.status = "offered";
  interaction.offer = offer;
  queue.offering += 1;
  engine.offers.set(offer.offerId, offer);
  agent.offers.set(offer.offerId, offer);
  arm(engine, offer, offer.expiresAt);
  touch(engine, agent);
  engine.changes?.interactions.add(interaction.interactionId);
  engine.changes?.offersMade.add(offer.offerId);
  tellOfferMade(engine, offer);
}

/** Ends the offer. The caller says what becomes of the interaction and serves the agent again. */
export function endOffer(engine: Engine, offer: Offer, outcome: OfferOutcome, now: number): void {
  const { agent, interaction } = offer;
  arm(engine, offer, null);
  engine.offers.delete(offer.offerId);
  agent.offers.delete(offer.offerId);
  interaction.offer = null;
  interaction.queue.offering -= 1;
  release(agent, interaction.channel);
  // Nobody's fault and nothing since: the agent gets the earlier place back.
  if (outcome === "withdrawn" && agent.idleSeq === offer.idleSeqGiven) agent.idleSeq = offer.idleSeqBefore;
  touch(engine, agent);
  engine.changes?.interactions.add(interaction.interactionId);
  engine.changes?.offersEnded.set(offer.offerId, { offer, outcome, at: now });
  tellOfferEnded(engine, offer, outcome, now);
}

/** The agent goes to the end of the line. */
export function freshPlace(engine: Engine, agent: Agent): void {
  engine.seq += 1;
  agent.idleSeq = engine.seq;
}

export function contactTouched(engine: Engine, agent: Agent, interactionId: string): void {
  touch(engine, agent);
  contactChanged(engine.changes, agent.agentId, interactionId);
}
