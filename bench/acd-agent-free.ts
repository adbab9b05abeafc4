import { takeInteraction } from "../server/src/routing/engine/choose.ts";
import { removeContact } from "../server/src/routing/engine/contacts.ts";
import { makeOffer } from "../server/src/routing/engine/hold-agent.ts";
import { seatAgent } from "../server/src/routing/engine/lines.ts";
import { occupy, release } from "../server/src/routing/engine/load.ts";
import type { Agent, Contact, Interaction } from "../server/src/routing/engine/records.ts";
import { startWrapUp } from "../server/src/routing/engine/wrap-ups.ts";
import { scanForInteraction } from "../server/src/routing/testing/plain-scan.ts";
import { anyOf, type Centre, callFor, type Talk, takeOffer } from "./acd-centre.ts";
import { pauseBetweenCalls, type Step } from "./acd-step.ts";

/** Everybody talks and calls wait in every served queue; an agent's talk ends. */
export function prepareAgentFree(centre: Centre): Step {
  const talks = fillCentre(centre);
  const step = (measured: (talk: Talk) => { took: number; taken: Talk | null }): number => {
    centre.now += 5;
    const index = Math.floor(centre.chance() * talks.length);
    const { took, taken } = measured(talks[index] as Talk);
    if (!taken) throw new Error("An agent became free and got nothing although calls wait");
    talks[index] = taken;
    callFor(centre, taken.queueId);
    return took;
  };
  const plain = new PlainList(centre);
  return {
    decision: () => step((talk) => decideOnly(centre, talk)),
    command: () => step((talk) => wholeCommand(centre, talk)),
    scan: () => {
      centre.now += 5;
      return plain.scan(centre, anyOf(centre, talks));
    },
  };
}

/** As contact-ended does it up to the search and after it; only the search and the lines are timed. */
function decideOnly(centre: Centre, talk: Talk): { took: number; taken: Talk | null } {
  const { engine, now } = centre;
  const agent = engine.agents.get(talk.agentId) as Agent;
  const contact = agent.contacts.get(talk.interactionId) as Contact;
  engine.decisions = [];
  removeContact(engine, agent, contact, now);
  startWrapUp(engine, agent, contact, now);
  const start = performance.now();
  const interaction = takeInteraction(engine, agent, now);
  seatAgent(engine, agent);
  const took = performance.now() - start;
  if (interaction) makeOffer(engine, { interaction, agent }, now);
  return { took, taken: takeOffer(centre, engine.decisions) };
}

function wholeCommand(centre: Centre, talk: Talk): { took: number; taken: Talk | null } {
  const { agentId, interactionId } = talk;
  const command = { kind: "contact-ended", agentId, interactionId } as const;
  const start = performance.now();
  const decisions = centre.run(command);
  const took = performance.now() - start;
  return { took, taken: takeOffer(centre, decisions) };
}

function fillCentre(centre: Centre): Talk[] {
  const talks: Talk[] = [];
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
  return talks;
}

/** The waiting calls as an array, the fastest thing to scan; copied, unmeasured, when the engine has moved on. */
class PlainList {
  #list: Interaction[] = [];
  #calls = -1;

  constructor(centre: Centre) {
    this.#refresh(centre);
  }

  #refresh({ engine, calls }: Centre): void {
    if (this.#calls === calls) return;
    this.#list = [...engine.interactions.values()];
    this.#calls = calls;
  }

  scan(centre: Centre, { agentId }: Talk): number {
    this.#refresh(centre);
    const list = this.#list;
    const agent = centre.engine.agents.get(agentId) as Agent;
    release(agent, 0);
    const start = performance.now();
    const found = scanForInteraction(list, agent, centre.now);
    if (found) moveLast(list, found);
    occupy(agent, 0);
    const took = performance.now() - start;
    if (!found) throw new Error("The scan found nothing although calls wait");
    return took;
  }
}

/** A list without order loses one by taking the last into its place; here they change places, and it stays for the next scan. */
function moveLast(list: Interaction[], found: Interaction): void {
  const index = list.indexOf(found);
  list[index] = list[list.length - 1] as Interaction;
  list[list.length - 1] = found;
}
