import { CHANNELS } from "@vera/contracts/routing";
import type { Engine } from "./engine.ts";
import { seatAgent } from "./lines.ts";
import type { ChannelIndex, Demand, Group, Line, QueueRecord } from "./records.ts";
import type { Requirement } from "./settings.ts";
import { Shortlist } from "./shortlist.ts";
import { WaitingLines } from "./waiting-lines.ts";

/** The requirements of an interaction in a queue at a relax step: the queue's (or the step's) and its own, highest minimum wins. */
export function requirementsAt(queue: QueueRecord, step: number, own: readonly Requirement[]): Requirement[] {
  const base =
    step === 0
      ? queue.settings.requirements
      : (queue.settings.relaxSteps[step - 1]?.requirements ?? queue.settings.requirements);
  const minimums = new Map<string, number>();
  for (const { skillId, minimumLevel } of [...base, ...own]) {
    if (minimumLevel > 0) minimums.set(skillId, Math.max(minimumLevel, minimums.get(skillId) ?? 0));
  }
  return [...minimums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([skillId, minimumLevel]) => ({ skillId, minimumLevel }));
}

export function demandFor(
  engine: Engine,
  queue: QueueRecord,
  { channel, step, own }: { channel: ChannelIndex; step: number; own: readonly Requirement[] },
): Demand {
  if (own.length > 0)
    return findDemand(engine, queue, { channel, requirements: requirementsAt(queue, step, own) });
  const plainIndex = step * CHANNELS.length + channel;
  const known = queue.plainDemands[plainIndex];
  if (known) return known;
  const demand = findDemand(engine, queue, { channel, requirements: requirementsAt(queue, step, own) });
  queue.plainDemands[plainIndex] = demand;
  return demand;
}

function findDemand(
  engine: Engine,
  queue: QueueRecord,
  { channel, requirements }: { channel: ChannelIndex; requirements: readonly Requirement[] },
): Demand {
  const asked = requirements.map((r) => `${r.skillId}:${r.minimumLevel}`).join(",");
  const key = `${queue.settings.queueId}/${channel}/${asked}`;
  return engine.demands.get(key) ?? createDemand(engine, { key, queue, channel, requirements });
}

function createDemand(
  engine: Engine,
  shape: Pick<Demand, "key" | "queue" | "channel" | "requirements">,
): Demand {
  const { queue, requirements } = shape;
  const demand: Demand = {
    ...shape,
    index: engine.heads.nextIndex(),
    waiting: new WaitingLines(queue.settings),
    shortlist: new Shortlist(),
  };
  engine.heads.add(demand);
  engine.demands.set(demand.key, demand);
  queue.demands.add(demand);
  const skill = requirements[0]?.skillId ?? "";
  const listed = engine.demandsBySkill.get(skill);
  if (listed) listed.add(demand);
  else engine.demandsBySkill.set(skill, new Set([demand]));
  const groups =
    skill === "" ? engine.groups.values() : (engine.groupsBySkill.get(rarestSkill(engine, demand)) ?? []);
  let isFirstAsked = false;
  for (const group of groups) isFirstAsked = pair(engine, group, demand) || isFirstAsked;
  // Once per kind of agent and channel: whoever is free comes into the lines that were not asked for until now.
  if (isFirstAsked) for (const agent of engine.agents.values()) seatAgent(engine, agent);
  return demand;
}

/** Forgets the demands of a queue whose settings changed; nothing may wait in them. */
export function dropDemands(engine: Engine, queue: QueueRecord): void {
  for (const demand of queue.demands) {
    engine.demands.delete(demand.key);
    engine.heads.forget(demand);
    engine.demandsBySkill.get(demand.requirements[0]?.skillId ?? "")?.delete(demand);
    for (const index of demand.shortlist.lines()) unpair(engine.fronts.lines[index] as Line, demand);
  }
  queue.demands.clear();
  queue.plainDemands.length = 0;
}

/** Puts the line of a group that meets the demand on its shortlist; true when the line was never asked for before. */
export function pair(engine: Engine, group: Group, demand: Demand): boolean {
  const line = group.lines[demand.channel];
  if (!line || (group.capacity.limits[demand.channel] ?? 0) === 0) return false;
  const levels: number[] = [];
  for (const { skillId, minimumLevel } of demand.requirements) {
    const level = group.skills.get(skillId) ?? 0;
    if (level < minimumLevel) return false;
    levels.push(level);
  }
  const isFirstAsked = line.index < 0;
  if (isFirstAsked) {
    engine.fronts.add(line);
    group.asked.push(line);
  }
  const rank = demand.queue.strategy.rank({ requirements: demand.requirements, levels });
  line.demands.push(demand);
  line.blocks.push(demand.shortlist.add(line.index, { rank, front: line.idle.firstPlace }));
  line.heads = headsOf(line);
  return isFirstAsked;
}

function unpair(line: Line, demand: Demand): void {
  const index = line.demands.indexOf(demand);
  line.demands.splice(index, 1);
  line.blocks.splice(index, 1);
  line.heads = headsOf(line);
}

function headsOf({ demands }: Line): Int32Array {
  return Int32Array.from(demands, ({ index }) => index);
}

function rarestSkill(engine: Engine, demand: Demand): string {
  let rarest = "";
  let fewest = Number.POSITIVE_INFINITY;
  for (const { skillId } of demand.requirements) {
    const size = engine.groupsBySkill.get(skillId)?.size ?? 0;
    if (size < fewest) {
      fewest = size;
      rarest = skillId;
    }
  }
  return rarest;
}
