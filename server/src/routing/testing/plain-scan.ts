import { hasRoom, isRoutable } from "../engine/lines.ts";
import type { Agent, Interaction } from "../engine/records.ts";

/** The same rules without any index: looks at every agent. The oracle of tests and the baseline of the bench. */
export function scanForAgent(agents: Iterable<Agent>, interaction: Interaction): Agent | null {
  const first = interaction.demand.queue.strategy.first?.(interaction);
  let best: Agent | null = null;
  let bestRank = 0;
  for (const agent of agents) {
    if (!canTake(agent, interaction)) continue;
    if (agent.agentId === first) return agent;
    const rank = rankOf(agent, interaction);
    if (!best || rank < bestRank || (rank === bestRank && agent.idleSeq < best.idleSeq)) {
      best = agent;
      bestRank = rank;
    }
  }
  return best;
}

/** The same, looking at every waiting interaction. */
export function scanForInteraction(
  waiting: Iterable<Interaction>,
  agent: Agent,
  now: number,
): Interaction | null {
  let best: Interaction | null = null;
  let bestPriority = 0;
  for (const interaction of waiting) {
    if (interaction.status !== "waiting" || !canTake(agent, interaction)) continue;
    const priority = interaction.score + interaction.queue.ageing * now;
    if (!best || priority > bestPriority || (priority === bestPriority && isOlder(interaction, best))) {
      best = interaction;
      bestPriority = priority;
    }
  }
  return best;
}

export function canTake(agent: Agent, interaction: Interaction): boolean {
  if (!isRoutable(agent) || !hasRoom(agent, interaction.channel)) return false;
  if (interaction.excluded?.has(agent.agentId)) return false;
  for (const { skillId, minimumLevel } of interaction.demand.requirements) {
    if ((agent.group.skills.get(skillId) ?? 0) < minimumLevel) return false;
  }
  return true;
}

function rankOf(agent: Agent, interaction: Interaction): number {
  const { requirements, queue } = interaction.demand;
  const levels = requirements.map(({ skillId }) => agent.group.skills.get(skillId) ?? 0);
  return queue.strategy.rank({ requirements, levels });
}

function isOlder(a: Interaction, b: Interaction): boolean {
  return a.enqueuedAt === b.enqueuedAt ? a.seq < b.seq : a.enqueuedAt < b.enqueuedAt;
}
