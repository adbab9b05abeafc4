import type { Engine } from "./engine.ts";
import { hasRoom, isRoutable, stepAside, stepBack } from "./lines.ts";
import type { Agent, Demand, Interaction, Line } from "./records.ts";

/** The agent to offer this interaction to now, by its queue's strategy. */
export function pickAgent(engine: Engine, interaction: Interaction): Agent | null {
  const first = interaction.demand.queue.strategy.first?.(interaction);
  if (first) {
    const agent = engine.agents.get(first);
    if (agent && isFreeFor(agent, interaction)) return agent;
  }
  const line = bestLine(engine, interaction.demand);
  const agent = line?.idle.first ?? null;
  if (agent === null || !interaction.excluded?.has(agent.agentId)) return agent;
  return firstNotExcluded(engine, interaction.demand, interaction.excluded);
}

function isFreeFor(agent: Agent, interaction: Interaction): boolean {
  const { demand } = interaction;
  if (!isRoutable(agent) || !hasRoom(agent, demand.channel)) return false;
  if (interaction.excluded?.has(agent.agentId)) return false;
  return demand.requirements.every(
    ({ skillId, minimumLevel }) => (agent.group.skills.get(skillId) ?? 0) >= minimumLevel,
  );
}

function bestLine({ fronts }: Engine, { shortlist }: Demand): Line | null {
  const index = shortlist.earliest(fronts.places);
  return index < 0 ? null : (fronts.lines[index] as Line);
}

/** Looks past the few agents who declined, then gives them their seats back. */
function firstNotExcluded(
  engine: Engine,
  demand: Demand,
  excluded: ReadonlyMap<string, number>,
): Agent | null {
  const passed: { line: Line; agent: Agent }[] = [];
  let found: Agent | null = null;
  for (let line = bestLine(engine, demand); line; line = bestLine(engine, demand)) {
    const agent = line.idle.first as Agent;
    if (!excluded.has(agent.agentId)) {
      found = agent;
      break;
    }
    stepAside(engine, line, agent);
    passed.push({ line, agent });
  }
  for (const { line, agent } of passed) stepBack(engine, line, agent);
  return found;
}

/** The waiting interaction this agent should take now: highest effective priority, then oldest. One number per queue served. */
export function pickInteraction(engine: Engine, agent: Agent, now: number): Interaction | null {
  let best: Demand | null = null;
  for (const line of agent.group.asked) {
    if (hasRoom(agent, line.channel)) best = heaviest(engine, line, { best, now });
  }
  const first = best?.waiting.first ?? null;
  if (first === null || !first.excluded?.has(agent.agentId)) return first;
  return pickNotExcluded(agent, now);
}

/** The demand of the line whose first one goes before those of the others, and of the best so far. */
function heaviest(engine: Engine, { heads }: Line, so: { best: Demand | null; now: number }): Demand | null {
  const { score, ageing, demands } = engine.heads;
  const { now } = so;
  let { best } = so;
  let bestPriority = Number.NEGATIVE_INFINITY;
  if (best) bestPriority = (score[best.index] as number) + best.queue.ageing * now;
  for (let n = 0; n < heads.length; n++) {
    const index = heads[n] as number;
    const priority = (score[index] as number) + (ageing[index] as number) * now;
    if (priority < bestPriority || priority === Number.NEGATIVE_INFINITY) continue;
    const demand = demands[index] as Demand;
    if (priority === bestPriority && best && !isOlder(demand.waiting.first, best.waiting.first)) continue;
    best = demand;
    bestPriority = priority;
  }
  return best;
}

function isOlder(a: Interaction | null, b: Interaction | null): boolean {
  if (!a || !b) return a !== null;
  return a.enqueuedAt === b.enqueuedAt ? a.seq < b.seq : a.enqueuedAt < b.enqueuedAt;
}

/** The same for the rare agent who declined one of the first: looks at each queue's first that they did not decline. */
function pickNotExcluded(agent: Agent, now: number): Interaction | null {
  let best: Interaction | null = null;
  for (const line of agent.group.asked) {
    if (!hasRoom(agent, line.channel)) continue;
    for (const demand of line.demands) {
      const head = headFor(demand, agent);
      if (head && (!best || goesBefore(head, best, now))) best = head;
    }
  }
  return best;
}

function goesBefore(a: Interaction, b: Interaction, now: number): boolean {
  const priority = a.score + a.queue.ageing * now;
  const other = b.score + b.queue.ageing * now;
  return priority === other ? isOlder(a, b) : priority > other;
}

/** The first that was not declined by this agent; those passed over are few and go back at once. */
function headFor({ waiting }: Demand, agent: Agent): Interaction | null {
  const passed: Interaction[] = [];
  let head = waiting.first;
  while (head?.excluded?.has(agent.agentId)) {
    waiting.remove(head);
    passed.push(head);
    head = waiting.first;
  }
  for (const interaction of passed) waiting.add(interaction);
  return head;
}
