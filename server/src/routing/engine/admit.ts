import { takeAgent } from "./choose.ts";
import { arm, type Engine } from "./engine.ts";
import { makeOffer } from "./hold-agent.ts";
import type { Interaction } from "./records.ts";
import { startWaiting } from "./waiting.ts";

/** Waits in its queue from now on, and is offered at once when somebody is free. Also the way back after an offer. */
export function admit(engine: Engine, interaction: Interaction, now: number) {
  engine.changes?.interactions.add(interaction.interactionId);
  if (interaction.notBefore > now) {
    interaction.status = "scheduled";
    return arm(engine, interaction, interaction.notBefore);
  }
  const agent = takeAgent(engine, interaction, now);
  if (agent) makeOffer(engine, { interaction, agent }, now);
  else startWaiting(engine, interaction, now);
}
