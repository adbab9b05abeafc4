import type { Engine } from "./engine.ts";
import { makeOffer } from "./hold-agent.ts";
import { isRoutable, seatAgent } from "./lines.ts";
import { pickInteraction } from "./match.ts";
import type { Agent } from "./records.ts";
import { stopWaiting } from "./waiting.ts";

/** Gives the agent what waits for them, as far as their capacity goes; then they wait in their lines. */
export function serve(engine: Engine, agent: Agent, now: number) {
  while (isRoutable(agent)) {
    const interaction = pickInteraction(engine, agent, now);
    if (!interaction) break;
    stopWaiting(engine, interaction);
    makeOffer(engine, { interaction, agent }, now);
  }
  seatAgent(engine, agent);
}
