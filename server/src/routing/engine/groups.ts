import { CHANNELS } from "@vera/contracts/routing";
import { pair } from "./demands.ts";
import type { Engine } from "./engine.ts";
import { MOST_OPEN } from "./load.ts";
import { OrderedLine } from "./ordered-line.ts";
import { type Agent, type Capacity, channelIndex, type Group, type Line } from "./records.ts";
import type { AgentSettings, CapacitySettings } from "./settings.ts";
import type { Block } from "./shortlist.ts";

const NO_HEADS = new Int32Array(0);

/** The group of all agents with these skills and this capacity. */
export function groupFor(engine: Engine, { skills, capacity }: AgentSettings): Group {
  const levels = [...skills].filter(([, level]) => level > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const shared = capacityFor(engine, capacity);
  const key = `${shared.key}|${levels.map(([skillId, level]) => `${skillId}:${level}`).join(",")}`;
  return engine.groups.get(key) ?? createGroup(engine, key, new Map(levels), shared);
}

function createGroup(
  engine: Engine,
  key: string,
  skills: ReadonlyMap<string, number>,
  capacity: Capacity,
): Group {
  const lines: Line[] = [];
  const group: Group = { key, skills, capacity, lines, asked: [], members: 0 };
  for (let channel = 0; channel < CHANNELS.length; channel++) {
    lines.push({
      group,
      channel,
      index: -1,
      // Places are given to one agent each: no ties.
      idle: new OrderedLine<Agent>(() => false),
      demands: [],
      blocks: [],
      heads: NO_HEADS,
    });
  }
  engine.groups.set(key, group);
  for (const skillId of skills.keys()) {
    const listed = engine.groupsBySkill.get(skillId);
    if (listed) listed.add(group);
    else engine.groupsBySkill.set(skillId, new Set([group]));
  }
  for (const skillId of ["", ...skills.keys()]) {
    for (const demand of engine.demandsBySkill.get(skillId) ?? []) pair(engine, group, demand);
  }
  return group;
}

export function joinGroup(agent: Agent, group: Group): void {
  group.members += 1;
  agent.group = group;
}

/** The agent must stand in no line. A group without members is forgotten, so skills edited for years leave nothing behind. */
export function leaveGroup(engine: Engine, group: Group): void {
  group.members -= 1;
  if (group.members > 0) return;
  engine.groups.delete(group.key);
  for (const skillId of group.skills.keys()) engine.groupsBySkill.get(skillId)?.delete(group);
  for (const line of group.asked) {
    for (const [n, { shortlist }] of line.demands.entries())
      shortlist.remove(line.index, line.blocks[n] as Block);
    engine.fronts.forget(line);
  }
}

function capacityFor(engine: Engine, settings: CapacitySettings): Capacity {
  const limits = CHANNELS.map((channel) => Math.min(settings.limits[channel] ?? 0, MOST_OPEN));
  const blockedBy = CHANNELS.map((channel) => blockers(settings, channel));
  const key = `${limits.join(".")}/${blockedBy.join(".")}`;
  const known = engine.capacities.get(key);
  if (known) return known;
  const capacity: Capacity = { key, limits, blockedBy };
  engine.capacities.set(key, capacity);
  return capacity;
}

function blockers(settings: CapacitySettings, channel: (typeof CHANNELS)[number]): number {
  let mask = 0;
  for (const [other, index] of channelIndex) {
    const lets = settings.interruptedBy[other]?.includes(channel) ?? false;
    if (other !== channel && !lets) mask |= 1 << index;
  }
  return mask;
}
