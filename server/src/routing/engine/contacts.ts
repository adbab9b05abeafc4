import type { RoutedChannel } from "@vera/contracts/routing";
import { type Engine, refuse } from "./engine.ts";
import { contactTouched, freshPlace } from "./hold-agent.ts";
import { hasRoom } from "./lines.ts";
import { occupy, release } from "./load.ts";
import { type Agent, type Contact, channelIndex } from "./records.ts";
import { settle } from "./settle.ts";
import { tellContact } from "./tell.ts";
import { forget } from "./waiting.ts";
import { startWrapUp } from "./wrap-ups.ts";

/** Both are in the bridge: from here on the interaction waits no more. */
export function connected(
  engine: Engine,
  { agentId, interactionId }: { agentId: string; interactionId: string },
  now: number,
) {
  const agent = engine.agents.get(agentId);
  const contact = agent?.contacts.get(interactionId);
  if (!agent || !contact) return refuseNoContact(engine, agentId, interactionId);
  if (!contact.interaction) return;
  stopConnecting(engine, contact);
  forget(engine, contact.interaction);
  contact.interaction = null;
  contactTouched(engine, agent, interactionId);
  tellContact(engine, "contact.connected", { agent, contact }, now);
}

/** A contact that did not come through a queue: a call the agent placed, a transfer to the agent in person. */
export function contactStarted(
  engine: Engine,
  command: {
    agentId: string;
    interactionId: string;
    tenantId: string;
    queueId: string | null;
    channel: RoutedChannel;
    contactKind?: "incoming" | "outgoing";
  },
  now: number,
) {
  const agent = engine.agents.get(command.agentId);
  if (!agent) return refuse(engine, "unknown-agent", `There is no agent ${command.agentId}`);
  if (agent.contacts.has(command.interactionId)) {
    return refuse(engine, "already-on-contact", `Agent ${command.agentId} is already on this interaction`);
  }
  const channel = channelIndex.get(command.channel) ?? 0;
  if (!hasRoom(agent, channel)) {
    return refuse(
      engine,
      "no-room",
      `Agent ${command.agentId} has no room for another ${command.channel} contact`,
    );
  }
  const contact: Contact = {
    interactionId: command.interactionId,
    tenantId: command.tenantId,
    queueId: command.queueId,
    channel,
    kind: command.contactKind ?? "outgoing",
    callbackId: null,
    since: now,
    offerId: null,
    interaction: null,
    disposed: false,
  };
  addContact(engine, agent, contact);
  tellContact(engine, "contact.started", { agent, contact }, now);
  settle(engine, agent, now);
}

export function addContact(engine: Engine, agent: Agent, contact: Contact) {
  agent.contacts.set(contact.interactionId, contact);
  occupy(agent, contact.channel);
  contactTouched(engine, agent, contact.interactionId);
}

/** The talk is over: wrap-up by the queue's mode, or free again. */
export function contactEnded(
  engine: Engine,
  { agentId, interactionId }: { agentId: string; interactionId: string },
  now: number,
) {
  const agent = engine.agents.get(agentId);
  const contact = agent?.contacts.get(interactionId);
  if (!agent || !contact) return refuseNoContact(engine, agentId, interactionId);
  if (contact.interaction) return dropContact(engine, agent, interactionId, now);
  removeContact(engine, agent, contact, now);
  startWrapUp(engine, agent, contact, now);
  settle(engine, agent, now);
}

/** The person left before both were connected: nothing to wrap up. */
export function dropContact(engine: Engine, agent: Agent, interactionId: string, now: number) {
  const contact = agent.contacts.get(interactionId);
  if (!contact) return;
  stopConnecting(engine, contact);
  if (contact.interaction) forget(engine, contact.interaction);
  removeContact(engine, agent, contact, now);
  settle(engine, agent, now);
}

/** The offer's way back is closed. */
export function stopConnecting(engine: Engine, contact: Contact) {
  if (contact.offerId !== null) engine.answered.delete(contact.offerId);
}

export function removeContact(engine: Engine, agent: Agent, contact: Contact, now: number) {
  agent.contacts.delete(contact.interactionId);
  release(agent, contact.channel);
  freshPlace(engine, agent);
  contactTouched(engine, agent, contact.interactionId);
  tellContact(engine, "contact.ended", { agent, contact }, now);
}

function refuseNoContact(engine: Engine, agentId: string, interactionId: string) {
  refuse(engine, "no-contact", `Agent ${agentId} is not on interaction ${interactionId}`);
}
