import { takeAgent } from "../server/src/routing/engine/choose.ts";
import type { Enqueue } from "../server/src/routing/engine/commands.ts";
import { makeOffer } from "../server/src/routing/engine/hold-agent.ts";
import { occupy, release } from "../server/src/routing/engine/load.ts";
import { createInteraction, isFull } from "../server/src/routing/engine/queueing.ts";
import type { Agent, Interaction, QueueRecord } from "../server/src/routing/engine/records.ts";
import { tellQueued } from "../server/src/routing/engine/tell.ts";
import { scoreOf } from "../server/src/routing/engine/waiting.ts";
import { scanForAgent } from "../server/src/routing/testing/plain-scan.ts";
import { anyOf, type Centre, callFor, enqueueCommand, type Talk, takeOffer } from "./acd-centre.ts";
import { pauseBetweenCalls, type Step } from "./acd-step.ts";

/** Everybody is free, and as many calls as asked wait for a skill that nobody has; a call comes. */
export function prepareCallArrives(centre: Centre): Step {
  while (centre.engine.interactions.size < centre.size.waiting) {
    centre.now += pauseBetweenCalls(centre);
    callFor(centre, "skill-200");
  }
  const agents = [...centre.engine.agents.values()];
  const step = (measured: (queueId: string) => { took: number; taken: Talk | null }): number => {
    centre.now += 5;
    centre.calls += 1;
    const { took, taken } = measured(anyOf(centre, centre.served));
    if (!taken) throw new Error("A call came and nobody got it although agents are free");
    centre.run({ kind: "contact-ended", agentId: taken.agentId, interactionId: taken.interactionId });
    return took;
  };
  return {
    decision: () => step((queueId) => decideOnly(centre, queueId)),
    command: () => step((queueId) => wholeCommand(centre, queueId)),
    scan: () => scan(centre, agents),
  };
}

/** As enqueue does it up to the search and after it; only caps, the rules of the instant, the search and the lines are timed. */
function decideOnly(centre: Centre, queueId: string): { took: number; taken: Talk | null } {
  const { engine, now } = centre;
  const queue = engine.queues.get(queueId) as QueueRecord;
  engine.decisions = [];
  const interaction = createInteraction(engine, queue, enqueueCommand(centre, queueId), now);
  engine.interactions.set(interaction.interactionId, interaction);
  interaction.score = scoreOf(interaction);
  tellQueued(engine, interaction, null, now);
  const start = performance.now();
  const agent = isFull(queue) ? null : takeAgent(engine, interaction, now);
  const took = performance.now() - start;
  if (agent) makeOffer(engine, { interaction, agent }, now);
  return { took, taken: takeOffer(centre, engine.decisions) };
}

function wholeCommand(centre: Centre, queueId: string): { took: number; taken: Talk | null } {
  const command: Enqueue = enqueueCommand(centre, queueId);
  const start = performance.now();
  const decisions = centre.run(command);
  const took = performance.now() - start;
  return { took, taken: takeOffer(centre, decisions) };
}

function scan(centre: Centre, agents: readonly Agent[]): number {
  centre.now += 5;
  const demand = centre.engine.queues.get(anyOf(centre, centre.served))?.plainDemands[0];
  if (!demand) throw new Error("Nobody ever asked for this queue");
  const probe = { demand, channel: 0, excluded: null, lastAgentId: null } as unknown as Interaction;
  const start = performance.now();
  const found = scanForAgent(agents, probe);
  if (found) occupy(found, 0);
  const took = performance.now() - start;
  if (!found) throw new Error("The scan found nobody");
  release(found, 0);
  return took;
}
