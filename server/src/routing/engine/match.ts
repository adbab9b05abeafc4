import type { Engine } from "./engine.ts";
import { hasRoom, isRoutable, takeSeat } from "./lines.ts";
import type { Agent, Demand, Interaction, Line, Seat } from "./records.ts";

/** The agent to offer this interaction to now, by its queue's strategy. */
export function pickAgent(engine: Engine, interaction: Interaction): Agent | null {
  const first = interaction.demand.queue.strategy.first?.(interaction);
  if (first) {
    const agent = engine.agents.get(first);
    if (agent && isFreeFor(agent, interaction)) return agent;
  }
  if (interaction.excluded === null) return firstSeat(interaction.demand)?.agent ?? null;
  return firstNotExcluded(interaction.demand, interaction.excluded);
}

function isFreeFor(agent: Agent, interaction: Interaction): boolean {
  const { demand } = interaction;
  if (!isRoutable(agent) || !hasRoom(agent, demand.channel)) return false;
  if (interaction.excluded?.has(agent.agentId)) return false;
  return demand.requirements.every(
    ({ skillId, minimumLevel }) => (agent.group.skills.get(skillId) ?? 0) >= minimumLevel,
  );
}

/** O(log groups): a stale bound is pushed down until the top is true. */
function firstSeat(demand: Demand): Seat | null {
  const { candidates } = demand;
  for (;;) {
    const top = candidates.peek();
    if (!top) return null;
    const seat = top.line.ring.peek();
    if (!seat) {
      candidates.remove(top);
      top.line.absent.push(top);
    } else if (seat.idleSeq > top.bound) {
      top.bound = seat.idleSeq;
      if (top.bound > top.line.maxBound) top.line.maxBound = top.bound;
      candidates.move(top, top.rank);
    } else {
      return seat;
    }
  }
}

/** Looks past the few agents who declined, then gives them their seats back. */
function firstNotExcluded(demand: Demand, excluded: ReadonlyMap<string, number>): Agent | null {
  const passed: Seat[] = [];
  let found: Agent | null = null;
  for (;;) {
    const seat = firstSeat(demand);
    if (!seat) break;
    if (!excluded.has(seat.agent.agentId)) {
      found = seat.agent;
      break;
    }
    seat.line.ring.remove(seat);
    passed.push(seat);
  }
  for (const seat of passed) takeSeat(seat);
  return found;
}

/** The waiting interaction this agent should take now: highest effective priority, then oldest. One look per queue served. */
export function pickInteraction(engine: Engine, agent: Agent, now: number): Interaction | null {
  let best: Interaction | null = null;
  for (const line of agent.group.asked) {
    if (hasRoom(agent, line.channel)) best = bestOf(engine, line, agent, { best, now });
  }
  return best;
}

function bestOf(
  engine: Engine,
  { heads }: Line,
  agent: Agent,
  so: { best: Interaction | null; now: number },
): Interaction | null {
  const { score, ageing, demands } = engine.heads;
  let { best } = so;
  let bestPriority = best ? priorityOf(best, so.now) : Number.NEGATIVE_INFINITY;
  for (const index of heads) {
    const priority = (score[index] as number) + (ageing[index] as number) * so.now;
    if (priority < bestPriority || priority === Number.NEGATIVE_INFINITY) continue;
    const head = headFor(demands[index] as Demand, agent);
    if (!head || (best && !goesBefore(head, best, so.now))) continue;
    best = head;
    bestPriority = priorityOf(head, so.now);
  }
  return best;
}

function priorityOf(interaction: Interaction, now: number): number {
  return interaction.score + interaction.queue.ageing * now;
}

function goesBefore(a: Interaction, b: Interaction, now: number): boolean {
  const priority = priorityOf(a, now);
  const other = priorityOf(b, now);
  if (priority !== other) return priority > other;
  return a.enqueuedAt === b.enqueuedAt ? a.seq < b.seq : a.enqueuedAt < b.enqueuedAt;
}

/** The first that was not declined by this agent; those passed over are few and go back at once. */
function headFor(demand: Demand, agent: Agent): Interaction | null {
  const head = demand.waiting.peek();
  if (!head) return null;
  if (!head.excluded?.has(agent.agentId)) return head;
  const passed: Interaction[] = [];
  let found: Interaction | null = null;
  for (;;) {
    const next = demand.waiting.peek();
    if (!next) break;
    if (!next.excluded?.has(agent.agentId)) {
      found = next;
      break;
    }
    demand.waiting.remove(next);
    passed.push(next);
  }
  for (const interaction of passed) demand.waiting.push(interaction, -interaction.score);
  return found;
}
