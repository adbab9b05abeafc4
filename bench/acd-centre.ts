import type { Command, Enqueue } from "../server/src/routing/engine/commands.ts";
import { decide } from "../server/src/routing/engine/decide.ts";
import type { Decision } from "../server/src/routing/engine/decisions.ts";
import { createEngine, type Engine } from "../server/src/routing/engine/engine.ts";
import { longestIdle } from "../server/src/routing/strategies/longest-idle/strategy.ts";
import { anAgent, aQueue } from "../server/src/routing/testing/centre.ts";

export interface Size {
  readonly agents: number;
  readonly waiting: number;
  readonly queuesPerAgent: number;
  /** How many different skill sets the agents have between them. */
  readonly skillSets: number;
}

const SKILLS = 200;
const CAPACITY = {
  limits: { voice: 1, chat: 3, email: 1 },
  interruptedBy: { email: ["voice", "chat"] as const },
};

/** A centre of 200 queues, one skill each, with priorities, ageing, relax steps, patience and caps in force. */
export interface Centre {
  readonly engine: Engine;
  readonly size: Size;
  /** Queues that at least one agent serves. */
  readonly served: string[];
  readonly chance: () => number;
  /** Made before the decision that needs it: ids come from outside the engine. */
  nextOfferId: string;
  now: number;
  calls: number;
  readonly run: (command: Command) => Decision[];
}

export function createCentre(size: Size, seed: number): Centre {
  const chance = random(seed);
  const engine = createEngine({
    strategies: [longestIdle],
    newOfferId: () => centre.nextOfferId,
    trackChanges: false,
  });
  const centre: Centre = {
    engine,
    size,
    served: [],
    chance,
    nextOfferId: newId(),
    now: 1_700_000_000_000,
    calls: 0,
    run: (command) => decide(engine, command, centre.now),
  };
  for (let skill = 0; skill <= SKILLS; skill++) {
    // The last one is a queue that nobody serves.
    const skillId = `skill-${skill}`;
    centre.run({ kind: "configure-queue", queue: busyQueue(skillId, skill) });
  }
  addAgents(centre);
  return centre;
}

function busyQueue(skillId: string, n: number): ReturnType<typeof aQueue> {
  return aQueue(skillId, {
    requirements: [{ skillId, minimumLevel: 2 }],
    priority: n % 4,
    ageingPerMinute: 1 + (n % 3),
    relaxSteps: [{ afterMs: 3_600_000, requirements: [{ skillId, minimumLevel: 1 }] }],
    maxWaitMs: 7_200_000,
    maxWaiting: 1_000_000,
  });
}

function addAgents(centre: Centre): void {
  const { size, chance } = centre;
  const served = new Set<string>();
  const sets: Record<string, number>[] = [];
  for (let n = 0; n < Math.min(size.skillSets, size.agents); n++) {
    const levels: Record<string, number> = {};
    while (Object.keys(levels).length < size.queuesPerAgent) {
      levels[`skill-${Math.floor(chance() * SKILLS)}`] = 2 + Math.floor(chance() * 4);
    }
    for (const skillId of Object.keys(levels)) served.add(skillId);
    sets.push(levels);
  }
  for (let n = 0; n < size.agents; n++) {
    const agentId = `agent-${n}`;
    centre.run({ kind: "configure-agent", agent: anAgent(agentId, sets[n % sets.length], CAPACITY) });
    centre.run({ kind: "agent-present", agentId });
    centre.run({ kind: "set-agent-state", agentId, state: "ready", reason: null });
  }
  centre.served.push(...served);
}

const BATCH = 10_000;
let made = 0;
let ids: string[] = [];
/** Like a UUID as it comes from outside: 36 characters, in one piece. */
function newId(): string {
  if (ids.length === 0) {
    const batch = Array.from({ length: BATCH }, () => (++made).toString(16).padStart(36, "0"));
    ids = JSON.parse(JSON.stringify(batch)) as string[];
  }
  return ids.pop() as string;
}

/** One more call for a queue; returns what the engine decided. */
export function callFor(centre: Centre, queueId: string): Decision[] {
  centre.calls += 1;
  return centre.run(enqueueCommand(centre, queueId));
}

export function enqueueCommand(centre: Centre, queueId: string): Enqueue {
  const priority = centre.calls % 10 === 0 ? 2 : 0;
  centre.nextOfferId = newId();
  return { kind: "enqueue", interactionId: newId(), queueId, channel: "voice", priority };
}

export interface Talk {
  readonly agentId: string;
  readonly queueId: string;
  readonly interactionId: string;
}

/** The agent takes the offer and talks. */
export function takeOffer(centre: Centre, decisions: readonly Decision[]): Talk | null {
  centre.nextOfferId = newId();
  for (const decision of decisions) {
    if (decision.kind !== "offer.made") continue;
    const { offerId, agentId, interactionId, queueId } = decision;
    centre.run({ kind: "accept", offerId, agentId });
    centre.run({ kind: "connected", agentId, interactionId });
    return { agentId, interactionId, queueId };
  }
  return null;
}

export function anyOf<T>(centre: Centre, list: readonly T[]): T {
  return list[Math.floor(centre.chance() * list.length)] as T;
}

/** mulberry32: the same seed, the same centre. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
