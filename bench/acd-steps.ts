import { occupy, release } from "../server/src/routing/engine/load.ts";
import type { Interaction } from "../server/src/routing/engine/records.ts";
import { scanForAgent, scanForInteraction } from "../server/src/routing/testing/plain-scan.ts";
import { anyOf, type Centre, callFor, enqueueCommand, takeOffer } from "./acd-centre.ts";

export interface Step {
  /** One decision by the engine, and the unmeasured steps that bring the centre back; milliseconds of the decision. */
  readonly ours: () => number;
  readonly baseline: () => number;
}

/** Everybody talks and calls wait in every served queue. */
export function prepareAgentFree(centre: Centre): Step {
  const talks: { agentId: string; interactionId: string }[] = [];
  for (const agent of centre.engine.agents.values()) {
    const queues = [...agent.group.skills.keys()];
    while (agent.busy === 0) {
      const taken = takeOffer(centre, callFor(centre, anyOf(centre, queues)));
      if (taken) talks.push(taken);
    }
  }
  for (const queueId of centre.served) callFor(centre, queueId);
  while (centre.engine.interactions.size < centre.size.waiting) {
    centre.now += pauseBetweenCalls(centre);
    callFor(centre, anyOf(centre, centre.served));
  }
  const next = (): number => Math.floor(centre.chance() * talks.length);
  return {
    ours: () => {
      centre.now += 5;
      const index = next();
      const talk = talks[index] as { agentId: string; interactionId: string };
      const command = { kind: "contact-ended", ...talk } as const;
      const start = performance.now();
      const decisions = centre.run(command);
      const took = performance.now() - start;
      const taken = takeOffer(centre, decisions);
      if (!taken) throw new Error("An agent became free and got nothing although calls wait");
      talks[index] = taken;
      callFor(centre, taken.queueId);
      return took;
    },
    baseline: () => {
      centre.now += 5;
      const agent = centre.engine.agents.get(talks[next()]?.agentId ?? "");
      if (!agent) throw new Error("unknown agent");
      const waiting = listOnce(centre);
      release(agent, 0);
      const start = performance.now();
      const found = scanForInteraction(waiting, agent, centre.now);
      const took = performance.now() - start;
      occupy(agent, 0);
      if (!found) throw new Error("The scan found nothing although calls wait");
      return took;
    },
  };
}

/** Those who wait came in the course of the last half hour, before their first relax step. */
function pauseBetweenCalls({ size }: Centre): number {
  return Math.ceil(1_800_000 / size.waiting);
}

const lists = new WeakMap<Centre, { calls: number; list: Interaction[] }>();
/** The waiting calls as a plain array, the fastest thing to scan; rebuilt, unmeasured, when the engine has moved on. */
function listOnce(centre: Centre): Interaction[] {
  const known = lists.get(centre);
  if (known?.calls === centre.calls) return known.list;
  const list = [...centre.engine.interactions.values()];
  lists.set(centre, { calls: centre.calls, list });
  return list;
}

/** Everybody is free; as many calls as asked wait for a skill that nobody has. */
export function prepareCallArrives(centre: Centre): Step {
  while (centre.engine.interactions.size < centre.size.waiting) {
    centre.now += pauseBetweenCalls(centre);
    callFor(centre, "skill-200");
  }
  const agents = [...centre.engine.agents.values()];
  const arrive = (measure: (queueId: string) => number): number => {
    centre.now += 5;
    return measure(anyOf(centre, centre.served));
  };
  return {
    ours: () =>
      arrive((queueId) => {
        centre.calls += 1;
        const command = enqueueCommand(centre, queueId);
        const start = performance.now();
        const decisions = centre.run(command);
        const took = performance.now() - start;
        const taken = takeOffer(centre, decisions);
        if (!taken) throw new Error("A call came and nobody got it although agents are free");
        centre.run({ kind: "contact-ended", agentId: taken.agentId, interactionId: taken.interactionId });
        return took;
      }),
    baseline: () =>
      arrive((queueId) => {
        // Offered by the engine only to have an interaction to scan for.
        const decisions = callFor(centre, queueId);
        const taken = takeOffer(centre, decisions);
        if (!taken) throw new Error("nobody got it");
        centre.run({ kind: "contact-ended", agentId: taken.agentId, interactionId: taken.interactionId });
        const demand = centre.engine.queues.get(queueId)?.plainDemands[0];
        const probe = { demand, channel: 0, excluded: null, lastAgentId: null } as unknown as Interaction;
        const start = performance.now();
        const found = scanForAgent(agents, probe);
        const took = performance.now() - start;
        if (!found) throw new Error("The scan found nobody");
        return took;
      }),
  };
}
