import { arm, type Engine, refuse } from "./engine.ts";
import { contactTouched, freshPlace } from "./hold-agent.ts";
import { occupy, release } from "./load.ts";
import { type Agent, type Contact, NO_TIMER, type WrapUp } from "./records.ts";
import { EXTENSION_MS } from "./settings.ts";
import { settle } from "./settle.ts";
import { tellWrapUp } from "./tell.ts";

interface Of {
  readonly agentId: string;
  readonly interactionId: string;
}

/** Contacts without a queue (placed by the agent) have none. */
export function startWrapUp(engine: Engine, agent: Agent, contact: Contact, now: number) {
  const settings = contact.queueId === null ? undefined : engine.queues.get(contact.queueId)?.settings;
  if (!settings || settings.wrapUpMode === "none") return;
  const earlier = agent.wrapUps.get(contact.interactionId);
  if (earlier) close(engine, earlier, now);
  const clocked = settings.wrapUpMode !== "mandatory" && settings.wrapUpMs !== null;
  const wrapUp: WrapUp = {
    type: "wrap-up",
    agent,
    interactionId: contact.interactionId,
    tenantId: contact.tenantId,
    queueId: contact.queueId,
    channel: contact.channel,
    mode: settings.wrapUpMode,
    startedAt: now,
    deadlineAt: clocked ? now + (settings.wrapUpMs ?? 0) : null,
    extensionsLeft: settings.wrapUpExtensions,
    overdue: false,
    disposed: contact.disposed,
    timer: NO_TIMER,
  };
  agent.wrapUps.set(wrapUp.interactionId, wrapUp);
  occupy(agent, wrapUp.channel);
  arm(engine, wrapUp, wrapUp.deadlineAt);
  contactTouched(engine, agent, wrapUp.interactionId);
  tellWrapUp(engine, "wrap-up.started", wrapUp, now);
}

/** The agent says it is done. Mandatory modes need the disposition first. */
export function endWrapUp(engine: Engine, of: Of, now: number) {
  const wrapUp = find(engine, of);
  if (!wrapUp) return refuse(engine, "no-wrap-up", `There is no wrap-up of interaction ${of.interactionId}`);
  if (wrapUp.mode !== "optional" && !wrapUp.disposed) {
    return refuse(
      engine,
      "disposition-missing",
      "Type the outcome of this contact before ending the wrap-up",
    );
  }
  finish(engine, wrapUp, now);
}

export function extendWrapUp(engine: Engine, of: Of, now: number) {
  const wrapUp = find(engine, of);
  if (!wrapUp) return refuse(engine, "no-wrap-up", `There is no wrap-up of interaction ${of.interactionId}`);
  if (wrapUp.deadlineAt === null || wrapUp.extensionsLeft === 0) {
    return refuse(engine, "no-extension-left", "This wrap-up cannot be extended any more");
  }
  wrapUp.extensionsLeft -= 1;
  wrapUp.deadlineAt = Math.max(wrapUp.deadlineAt, now) + EXTENSION_MS;
  wrapUp.overdue = false;
  arm(engine, wrapUp, wrapUp.deadlineAt);
  contactTouched(engine, wrapUp.agent, wrapUp.interactionId);
  tellWrapUp(engine, "wrap-up.extended", wrapUp, now);
}

/** The outcome was typed, during the talk or after it. An overdue wrap-up ends with it. */
export function disposed(engine: Engine, of: Of, now: number) {
  const agent = engine.agents.get(of.agentId);
  const contact = agent?.contacts.get(of.interactionId);
  const wrapUp = find(engine, of);
  if (!agent || (!contact && !wrapUp)) {
    return refuse(engine, "no-contact", `Agent ${of.agentId} is not on interaction ${of.interactionId}`);
  }
  contactTouched(engine, agent, of.interactionId);
  if (contact) contact.disposed = true;
  if (!wrapUp || wrapUp.disposed) return;
  wrapUp.disposed = true;
  tellWrapUp(engine, "wrap-up.disposed", wrapUp, now);
  if (wrapUp.overdue) finish(engine, wrapUp, now);
}

/** The clock ran out: done, unless a mandatory disposition is missing. */
export function wrapUpDue(engine: Engine, wrapUp: WrapUp, now: number) {
  if (wrapUp.mode === "optional" || wrapUp.disposed) return finish(engine, wrapUp, now);
  wrapUp.overdue = true;
  contactTouched(engine, wrapUp.agent, wrapUp.interactionId);
  tellWrapUp(engine, "wrap-up.overdue", wrapUp, now);
}

function finish(engine: Engine, wrapUp: WrapUp, now: number) {
  close(engine, wrapUp, now);
  settle(engine, wrapUp.agent, now);
}

function close(engine: Engine, wrapUp: WrapUp, now: number) {
  const { agent } = wrapUp;
  arm(engine, wrapUp, null);
  agent.wrapUps.delete(wrapUp.interactionId);
  release(agent, wrapUp.channel);
  freshPlace(engine, agent);
  contactTouched(engine, agent, wrapUp.interactionId);
  tellWrapUp(engine, "wrap-up.ended", wrapUp, now);
}

function find(engine: Engine, { agentId, interactionId }: Of): WrapUp | undefined {
  return engine.agents.get(agentId)?.wrapUps.get(interactionId);
}
