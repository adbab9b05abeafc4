import { demandFor } from "./demands.ts";
import type { Engine } from "./engine.ts";
import { holdAgent } from "./hold-agent.ts";
import { seatAgent } from "./lines.ts";
import { pickAgent, pickInteraction } from "./match.ts";
import type { Agent, Interaction } from "./records.ts";
import { forgetExclusions, relaxStepAt, stopWaiting } from "./waiting.ts";

/** The decision for a free agent: what they take now, out of its line, and the agent held for it; null = nothing waits for them. */
export function takeInteraction(engine: Engine, agent: Agent, now: number): Interaction | null {
  const interaction = pickInteraction(engine, agent, now);
  if (interaction === null) return null;
  stopWaiting(engine, interaction);
  holdAgent(engine, agent, interaction.channel);
  return interaction;
}

/** The decision for an interaction in no line: who takes it now by the rules as they are at this instant, held for it; null = nobody is free. */
export function takeAgent(engine: Engine, interaction: Interaction, now: number): Agent | null {
  const { channel, queue, skills: own } = interaction;
  interaction.relaxStep = relaxStepAt(interaction, now);
  interaction.demand = demandFor(engine, queue, { channel, step: interaction.relaxStep, own });
  if (interaction.excluded) forgetExclusions(interaction, interaction.excluded, now);
  const agent = pickAgent(engine, interaction);
  if (agent === null) return null;
  holdAgent(engine, agent, channel);
  seatAgent(engine, agent);
  return agent;
}
