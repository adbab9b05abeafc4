import { arm, type Engine } from "./engine.ts";
import type { Interaction } from "./records.ts";

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
  arm(engine, interaction, nextDueAt(interaction));
}

/** Out of the line and off the clock; the caller decides what it becomes. */
export function stopWaiting(engine: Engine, interaction: Interaction) {
  engine.timers.disarm(interaction);
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

export function forgetExclusions(interaction: Interaction, excluded: Map<string, number>, now: number) {
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
