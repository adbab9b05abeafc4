import { type Changes, createChanges } from "./changes.ts";
import type { Decision, RefusalCode } from "./decisions.ts";
import { Fronts } from "./fronts.ts";
import { Heads } from "./heads.ts";
import type {
  Agent,
  Capacity,
  Demand,
  Group,
  Interaction,
  Offer,
  QueueRecord,
  TimerOwner,
} from "./records.ts";
import type { Strategy } from "./strategy.ts";
import { Timers } from "./timers.ts";

/** The ACD's whole memory. Only the files of this folder write it. */
export interface Engine {
  readonly strategies: ReadonlyMap<string, Strategy>;
  readonly newOfferId: () => string;
  readonly queues: Map<string, QueueRecord>;
  readonly agents: Map<string, Agent>;
  readonly interactions: Map<string, Interaction>;
  readonly offers: Map<string, Offer>;
  /** Accepted and not yet connected, by offer. */
  readonly answered: Map<string, Interaction>;
  readonly demands: Map<string, Demand>;
  readonly heads: Heads;
  readonly fronts: Fronts;
  readonly groups: Map<string, Group>;
  readonly capacities: Map<string, Capacity>;
  /** Groups having a skill at level ≥ 1, and demands listed under their first demanded skill ("" = none). */
  readonly groupsBySkill: Map<string, Set<Group>>;
  readonly demandsBySkill: Map<string, Set<Demand>>;
  readonly timers: Timers;
  /** Grows with every place given, to interactions and to idle agents. */
  seq: number;
  decisions: Decision[];
  readonly touched: Agent[];
  /** What must be persisted; null in simulations. */
  readonly changes: Changes | null;
}

export interface EngineOptions {
  readonly strategies: readonly Strategy[];
  /** Ids are handed in, so that the same commands give the same decisions. */
  readonly newOfferId: () => string;
  readonly trackChanges: boolean;
}

export function createEngine({ strategies, newOfferId, trackChanges }: EngineOptions): Engine {
  return {
    strategies: new Map(strategies.map((strategy) => [strategy.name, strategy])),
    newOfferId,
    queues: new Map(),
    agents: new Map(),
    interactions: new Map(),
    offers: new Map(),
    answered: new Map(),
    demands: new Map(),
    heads: new Heads(),
    fronts: new Fronts(),
    groups: new Map(),
    capacities: new Map(),
    groupsBySkill: new Map(),
    demandsBySkill: new Map(),
    timers: new Timers(),
    seq: 0,
    decisions: [],
    touched: [],
    changes: trackChanges ? createChanges() : null,
  };
}

export function refuse(engine: Engine, code: RefusalCode, message: string): void {
  engine.decisions.push({ kind: "refused", code, message });
}

/** Marks an agent so that the change of state or activity is told once, at the end of the command. */
export function touch(engine: Engine, agent: Agent): void {
  engine.changes?.agents.add(agent.agentId);
  if (agent.touched) return;
  agent.touched = true;
  engine.touched.push(agent);
}

/** Arms, moves or (null) disarms the timer of a record. */
export function arm(engine: Engine, owner: TimerOwner, dueAt: number | null): void {
  if (dueAt === null) engine.timers.disarm(owner);
  else engine.timers.arm(owner, dueAt);
}

/** When the engine next has something to do by itself; null = never. */
export function nextWakeAt(engine: Engine): number | null {
  return engine.timers.nextDueAt();
}
