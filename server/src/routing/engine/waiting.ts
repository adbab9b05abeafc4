import { demandFor } from "./demands.ts";
import { arm, type Engine } from "./engine.ts";
import { makeOffer } from "./hold-agent.ts";
import { seatAgent } from "./lines.ts";
import { pickAgent } from "./match.ts";
import type { Interaction } from "./records.ts";

/** Waits in its queue from now on, and is offered at once when somebody is free. Also the way back after an offer. */
export function admit(engine: Engine, interaction: Interaction, now: number) {
  engine.changes?.interactions.add(interaction.interactionId);
  if (interaction.notBefore > now) {
    interaction.status = "scheduled";
    return arm(engine, interaction.timer, interaction.notBefore);
  }
  const { queue } = interaction;
  interaction.relaxStep = relaxStepAt(interaction, now);
  interaction.demand = demandFor(engine, queue, {
    channel: interaction.channel,
    step: interaction.relaxStep,
    own: interaction.skills,
  });
  if (interaction.excluded) forgetExclusions(interaction, interaction.excluded, now);
  const agent = pickAgent(engine, interaction);
  if (agent) {
    makeOffer(engine, { interaction, agent }, now);
    seatAgent(engine, agent);
    return;
  }
  startWaiting(engine, interaction, now);
}

/** Into the line of its demand and on the clock, without looking for an agent. */
export function startWaiting(engine: Engine, interaction: Interaction, now: number) {
  const { queue } = interaction;
  interaction.status = "waiting";
  interaction.inLine = true;
  interaction.demand.waiting.add(interaction);
  engine.heads.note(interaction.demand);
  if (queue.waiting === 0) queue.busySince = now;
  queue.waiting += 1;
  if (interaction.kind === "callback") queue.callbacksWaiting += 1;
  arm(engine, interaction.timer, nextDueAt(interaction));
}

/** Out of the line and off the clock; the caller decides what it becomes. */
export function stopWaiting(engine: Engine, interaction: Interaction) {
  engine.timers.disarm(interaction.timer);
  if (!interaction.inLine) return;
  interaction.inLine = false;
  interaction.demand.waiting.remove(interaction);
  engine.heads.note(interaction.demand);
  interaction.queue.waiting -= 1;
  if (interaction.kind === "callback") interaction.queue.callbacksWaiting -= 1;
}

export function forget(engine: Engine, interaction: Interaction) {
  engine.interactions.delete(interaction.interactionId);
  engine.changes?.interactions.add(interaction.interactionId);
}

/** Effective priority = score + ageing × now. */
export function scoreOf(interaction: Interaction): number {
  const { queue } = interaction;
  return queue.settings.priority + interaction.extraPriority - queue.ageing * interaction.enqueuedAt;
}

/** Keeps the interaction from this agent until an instant. */
export function exclude(interaction: Interaction, agentId: string, until: number) {
  if (interaction.excluded) interaction.excluded.set(agentId, until);
  else interaction.excluded = new Map([[agentId, until]]);
}

function forgetExclusions(interaction: Interaction, excluded: Map<string, number>, now: number) {
  for (const [agentId, until] of excluded) {
    if (until <= now) excluded.delete(agentId);
  }
  if (excluded.size === 0) interaction.excluded = null;
}

export function relaxStepAt(interaction: Interaction, now: number): number {
  const steps = interaction.queue.settings.relaxSteps;
  let step = 0;
  for (const { afterMs } of steps) {
    if (now - interaction.queuedAt < afterMs) break;
    step += 1;
  }
  return step;
}

/** The next instant at which waiting changes something for this interaction; null = never. */
function nextDueAt(interaction: Interaction): number | null {
  const { relaxSteps, maxWaitMs } = interaction.queue.settings;
  let dueAt = Number.POSITIVE_INFINITY;
  const step = relaxSteps[interaction.relaxStep];
  if (step) dueAt = interaction.queuedAt + step.afterMs;
  if (maxWaitMs !== null && interaction.kind === "incoming") {
    dueAt = Math.min(dueAt, interaction.queuedAt + maxWaitMs);
  }
  if (interaction.excluded) for (const until of interaction.excluded.values()) dueAt = Math.min(dueAt, until);
  return Number.isFinite(dueAt) ? dueAt : null;
}
