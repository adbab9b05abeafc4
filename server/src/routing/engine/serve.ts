import { takeInteraction } from "./choose.ts";
import type { Engine } from "./engine.ts";
import { makeOffer } from "./hold-agent.ts";
import { isRoutable, seatAgent } from "./lines.ts";
import type { Agent } from "./records.ts";

/** Gives the agent what waits for them, as far as their capacity goes; then they wait in their lines. */
export function serve(engine: Engine, agent: Agent, now: number) {
  while (isRoutable(agent)) {
    const interaction = takeInteraction(engine, agent, now);
    if (!interaction) break;
    makeOffer(engine, { interaction, agent }, now);
  }
  seatAgent(engine, agent);
}
