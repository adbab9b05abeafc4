import type { Engine } from "./engine.ts";
import { IndexedHeap } from "./indexed-heap.ts";
import { seatAbsentCandidate } from "./lines.ts";
import type { Candidate, ChannelIndex, Demand, Group, Interaction, Line, QueueRecord } from "./records.ts";
import type { Requirement } from "./settings.ts";

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
  // The queue's own demand at a step is by far the commonest: keep its key cheap.
  const shortKey = own.length === 0 ? `${queue.settings.queueId}/${channel}/${step}` : null;
  const known = shortKey === null ? undefined : engine.demands.get(shortKey);
  if (known) return known;
  const requirements = requirementsAt(queue, step, own);
  const key =
    shortKey ??
    `${queue.settings.queueId}/${channel}/${requirements.map((r) => `${r.skillId}:${r.minimumLevel}`).join(",")}`;
  return engine.demands.get(key) ?? createDemand(engine, { key, queue, channel, requirements });
}

function createDemand(
  engine: Engine,
  shape: Pick<Demand, "key" | "queue" | "channel" | "requirements">,
): Demand {
  const index = engine.heads.unused.pop() ?? engine.heads.demands.length;
  const demand: Demand = {
    ...shape,
    index,
    waiting: new IndexedHeap<Interaction>(isOlder),
    candidates: new IndexedHeap<Candidate>((a, b) => a.bound < b.bound),
  };
  addHead(engine, demand);
  engine.demands.set(demand.key, demand);
  shape.queue.demands.add(demand);
  const skill = shape.requirements[0]?.skillId ?? "";
  const listed = engine.demandsBySkill.get(skill);
  if (listed) listed.add(demand);
  else engine.demandsBySkill.set(skill, new Set([demand]));
  const groups =
    skill === "" ? engine.groups.values() : (engine.groupsBySkill.get(rarestSkill(engine, demand)) ?? []);
  for (const group of groups) pair(group, demand);
  return demand;
}

/** Forgets the demands of a queue whose settings changed; nothing may wait in them. */
export function dropDemands(engine: Engine, queue: QueueRecord): void {
  for (const demand of queue.demands) {
    engine.demands.delete(demand.key);
    engine.heads.unused.push(demand.index);
    engine.demandsBySkill.get(demand.requirements[0]?.skillId ?? "")?.delete(demand);
    for (const group of engine.groups.values()) unpair(group, demand);
  }
  queue.demands.clear();
}

/** Makes a candidate of a group's line when the group meets the demand. */
export function pair(group: Group, demand: Demand): void {
  const line = group.lines[demand.channel];
  if (!line || (group.capacity.limits[demand.channel] ?? 0) === 0) return;
  const levels: number[] = [];
  for (const { skillId, minimumLevel } of demand.requirements) {
    const level = group.skills.get(skillId) ?? 0;
    if (level < minimumLevel) return;
    levels.push(level);
  }
  const rank = demand.queue.strategy.rank({ requirements: demand.requirements, levels });
  const candidate: Candidate = { line, demand, rank, bound: 0, heapIndex: -1 };
  line.candidates.push(candidate);
  if (!group.asked.includes(line)) group.asked.push(line);
  line.heads = headsOf(line);
  line.absent.push(candidate);
  seatAbsentCandidate(line);
}

function unpair(group: Group, demand: Demand): void {
  const line = group.lines[demand.channel];
  if (!line) return;
  dropWhere(line.candidates, demand);
  dropWhere(line.absent, demand);
  line.heads = headsOf(line);
}

function headsOf(line: Line): Int32Array {
  return Int32Array.from(line.candidates, ({ demand }) => demand.index);
}

function dropWhere(candidates: Candidate[], demand: Demand): void {
  const index = candidates.findIndex((candidate) => candidate.demand === demand);
  if (index >= 0) candidates.splice(index, 1);
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

/** Among equal scores: older, then earlier arrival in the same millisecond. */
function isOlder(a: Interaction, b: Interaction): boolean {
  return a.enqueuedAt === b.enqueuedAt ? a.seq < b.seq : a.enqueuedAt < b.enqueuedAt;
}

function addHead({ heads }: Engine, demand: Demand): void {
  heads.demands[demand.index] = demand;
  if (demand.index >= heads.score.length) {
    heads.score = longer(heads.score);
    heads.ageing = longer(heads.ageing);
  }
  heads.score[demand.index] = Number.NEGATIVE_INFINITY;
  heads.ageing[demand.index] = demand.queue.ageing;
}

/** Call after the demand's first one may have changed. */
export function noteHead({ heads }: Engine, demand: Demand): void {
  heads.score[demand.index] = demand.waiting.peek()?.score ?? Number.NEGATIVE_INFINITY;
}

function longer(values: Float64Array): Float64Array {
  const copy = new Float64Array(values.length * 2);
  copy.set(values);
  return copy;
}
