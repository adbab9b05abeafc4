import { activityOf } from "./activity.ts";
import {
  agentGone,
  agentPresent,
  agentSilent,
  configureAgent,
  requestNextState,
  setAgentState,
} from "./agents.ts";
import { accept, decline, offerDue, ringFailed } from "./answer-offer.ts";
import type { Command } from "./commands.ts";
import { connected, contactEnded, contactStarted } from "./contacts.ts";
import type { Decision } from "./decisions.ts";
import type { Engine } from "./engine.ts";
import { enqueue, interactionDue, keepPlaceAsCallback, withdraw } from "./queueing.ts";
import { configureQueue } from "./queues.ts";
import type { Agent, TimerOwner } from "./records.ts";
import { resumeAfterOutage } from "./resume.ts";
import { disposed, endWrapUp, extendWrapUp, wrapUpDue } from "./wrap-ups.ts";

/**
 * The whole ACD: what follows from a command at an instant. Whatever was due before `now` happens first.
 * Pure over the engine's memory: no clock, no I/O, no chance. `now` never goes back.
 */
export function decide(engine: Engine, command: Command, now: number): Decision[] {
  const decisions: Decision[] = [];
  engine.decisions = decisions;
  if (command.kind !== "resume") runDue(engine, now);
  run(engine, command, now);
  tellAgents(engine, now);
  return decisions;
}

function runDue(engine: Engine, now: number) {
  for (let owner = engine.timers.takeDue(now); owner; owner = engine.timers.takeDue(now))
    fire(engine, owner, now);
}

function fire(engine: Engine, owner: TimerOwner, now: number) {
  switch (owner.type) {
    case "interaction":
      return interactionDue(engine, owner, now);
    case "offer":
      return offerDue(engine, owner, now);
    case "wrap-up":
      return wrapUpDue(engine, owner, now);
    case "agent":
      return agentGone(engine, owner, now);
  }
}

function run(engine: Engine, command: Command, now: number) {
  switch (command.kind) {
    case "configure-queue":
      return configureQueue(engine, command.queue, now);
    case "configure-agent":
      return configureAgent(engine, command.agent, now);
    case "enqueue":
      return enqueue(engine, command, now);
    case "withdraw":
      return withdraw(engine, command, now);
    case "keep-place-as-callback":
      return keepPlaceAsCallback(engine, command, now);
    case "accept":
      return accept(engine, command, now);
    case "decline":
      return decline(engine, command, now);
    case "ring-failed":
      return ringFailed(engine, command, now);
    case "connected":
      return connected(engine, command, now);
    case "contact-started":
      return contactStarted(engine, command, now);
    case "contact-ended":
      return contactEnded(engine, command, now);
    case "disposed":
      return disposed(engine, command, now);
    case "end-wrap-up":
      return endWrapUp(engine, command, now);
    case "extend-wrap-up":
      return extendWrapUp(engine, command, now);
    case "set-agent-state":
      return setAgentState(engine, command, now);
    case "request-next-state":
      return requestNextState(engine, command, now);
    case "agent-present":
      return agentPresent(engine, command, now);
    case "agent-silent":
      return agentSilent(engine, command, now);
    case "agent-gone":
      return agentGone(engine, command, now);
    case "resume":
      resumeAfterOutage(engine, command, now);
      return runDue(engine, now);
    case "tick":
      return;
  }
}

/** One announcement per agent and command, and only when something visible changed. */
function tellAgents(engine: Engine, now: number) {
  const { touched } = engine;
  for (let n = 0; n < touched.length; n++) {
    const agent = touched[n] as Agent;
    agent.touched = false;
    tellAgent(engine, agent, now);
  }
  // Popping keeps the array's room; setting its length would throw it away.
  while (touched.length > 0) touched.pop();
}

function tellAgent(engine: Engine, agent: Agent, now: number) {
  const told = agent.announced;
  const activity = activityOf(agent);
  const stateChanged = told.state !== agent.state || told.reason !== agent.reason;
  const activityChanged = told.activity !== activity;
  if (!stateChanged && !activityChanged && told.next === agent.next) return;
  const previous = {
    state: told.state,
    reason: told.reason,
    activity: told.activity,
    since: told.since,
    activitySince: told.activitySince,
  };
  told.state = agent.state;
  told.reason = agent.reason;
  told.next = agent.next;
  told.activity = activity;
  if (stateChanged) told.since = now;
  if (activityChanged) told.activitySince = now;
  engine.decisions.push({
    kind: "agent.state-changed",
    agentId: agent.agentId,
    tenantId: agent.tenantId,
    state: agent.state,
    reason: agent.reason,
    requestedNext: agent.next,
    activity,
    since: told.since,
    activitySince: told.activitySince,
    previous,
    at: now,
  });
}
