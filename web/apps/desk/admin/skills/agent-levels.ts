import type { AgentSkill, AgentSkillsChange } from "@vera/contracts/routing-admin";

/** Level by skill id; a skill that is not in it is level 0. */
export type Levels = Readonly<Record<string, number>>;

export function levelsOf(skills: readonly AgentSkill[]): Levels {
  return Object.fromEntries(skills.map(({ skillId, level }) => [skillId, level]));
}

/** The API replaces all skills of an agent: those of level 0 are left out. */
export function toAgentSkills(levels: Levels): AgentSkillsChange {
  return {
    items: Object.entries(levels)
      .filter(([, level]) => level > 0)
      .map(([skillId, level]) => ({ skillId, level })),
  };
}
