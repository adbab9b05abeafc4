import type { Colleague, LiveQueue } from "@vera/contracts/routing";
import type { AgentSkill, Queue, SkillRequirement } from "@vera/contracts/routing-admin";
import { get, put } from "./request.ts";

export async function liveQueues(): Promise<{ items: LiveQueue[] }> {
  return get("/queues/live");
}

export async function colleagues(): Promise<{ items: Colleague[] }> {
  return get("/colleagues");
}

export async function readQueue(queueId: string): Promise<Queue> {
  return get(`/queues/${queueId}`);
}

/** Of each agent who has all the skills, the lowest level over them. */
export async function skilledAgents(needed: readonly SkillRequirement[]): Promise<Map<string, number>> {
  const lists = await Promise.all(
    needed.map(async ({ skillId, minimumLevel }) => {
      const { items } = await get<{ items: { agentId: string; level: number }[] }>(
        `/skills/${skillId}/agents`,
      );
      const fit = items.filter(({ level }) => level >= Math.max(1, minimumLevel));
      return new Map(fit.map(({ agentId, level }) => [agentId, level]));
    }),
  );
  const [first = new Map<string, number>(), ...others] = lists;
  return new Map(
    [...first]
      .filter(([agentId]) => others.every((list) => list.has(agentId)))
      .map(([agentId, level]) => [
        agentId,
        Math.min(level, ...others.map((list) => list.get(agentId) ?? level)),
      ]),
  );
}

/** Adds what a queue needs to an agent's skills, at the lowest level that serves it; the others stay. */
export async function giveSkill(agentId: string, needed: readonly SkillRequirement[]): Promise<void> {
  const { items } = await get<{ items: AgentSkill[] }>(`/agents/${agentId}/skills`);
  const levels = new Map(items.map(({ skillId, level }) => [skillId, level]));
  for (const { skillId, minimumLevel } of needed) {
    levels.set(skillId, Math.max(levels.get(skillId) ?? 0, minimumLevel, 1));
  }
  await put(`/agents/${agentId}/skills`, {
    items: [...levels].map(([skillId, level]) => ({ skillId, level })),
  });
}
