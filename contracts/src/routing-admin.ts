/**
 * Management of the ACD (all under /api/v1; tenant = the organism that owns the row):
 *   GET/POST /skills · PATCH/DELETE /skills/:skillId                     skill.manage (read: queue.read)
 *   GET/PUT  /agents/:agentId/skills                                     skill.manage: replaces the agent's levels
 *   GET      /skills/:skillId/agents
 *   GET/POST /queues · GET/PATCH/DELETE /queues/:queueId                 queue.read · queue.manage
 *   GET/POST /pause-reasons · PATCH/DELETE /pause-reasons/:reasonId      signed-in to read · queue.manage
 *   GET/PUT  /capacity-profiles/:agentId                                 skill.manage: per-channel limits of one agent
 *   GET      /routing-strategies                                         the plug-ins of routing/strategies
 */
import Type, { type Static } from "typebox";
import { RoutedChannel, WrapUpMode } from "./routing.ts";

const Id = Type.String({ format: "uuid" });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 120 });

/** 0 = does not serve it, 5 = expert. */
export const SkillLevel = Type.Integer({ minimum: 0, maximum: 5 });

export const Skill = Type.Object({ id: Id, tenantId: Id, name: Name, agents: Type.Integer() });
export type Skill = Static<typeof Skill>;
export const SkillList = Type.Object({ items: Type.Array(Skill) });
export const NewSkill = Type.Object({ tenantId: Id, name: Name }, closed);
export type NewSkill = Static<typeof NewSkill>;
export const SkillChange = Type.Object({ name: Name }, closed);
export type SkillChange = Static<typeof SkillChange>;

export const AgentSkill = Type.Object({ skillId: Id, name: Type.String(), level: SkillLevel });
export type AgentSkill = Static<typeof AgentSkill>;
export const AgentSkills = Type.Object({ items: Type.Array(AgentSkill) });
export const AgentSkillsChange = Type.Object(
  { items: Type.Array(Type.Object({ skillId: Id, level: SkillLevel }, closed), { maxItems: 500 }) },
  closed,
);
export type AgentSkillsChange = Static<typeof AgentSkillsChange>;
export const SkillAgents = Type.Object({
  items: Type.Array(Type.Object({ agentId: Id, name: Type.String(), level: SkillLevel })),
});

export const SkillRequirement = Type.Object({ skillId: Id, minimumLevel: SkillLevel }, closed);
export type SkillRequirement = Static<typeof SkillRequirement>;

/** After this wait, these requirements replace the queue's own. Steps ascend in time. */
export const RelaxStep = Type.Object(
  {
    afterSeconds: Type.Integer({ minimum: 1, maximum: 86_400 }),
    requirements: Type.Array(SkillRequirement, { maxItems: 20 }),
  },
  closed,
);
export type RelaxStep = Static<typeof RelaxStep>;

/** Where an interaction goes when the queue is full or the wait is over: another queue, or back to the flow. */
export const Overflow = Type.Union([
  Type.Object({ kind: Type.Literal("flow") }, closed),
  Type.Object({ kind: Type.Literal("queue"), queueId: Id }, closed),
]);
export type Overflow = Static<typeof Overflow>;

export const QueueWrapUp = Type.Object(
  {
    mode: WrapUpMode,
    /** null = no clock. */
    seconds: Nullable(Type.Integer({ minimum: 1, maximum: 3600 })),
    extensions: Type.Integer({ minimum: 0, maximum: 10, default: 2 }),
  },
  closed,
);
export type QueueWrapUp = Static<typeof QueueWrapUp>;

const queueFields = {
  name: Name,
  active: Type.Boolean(),
  /** Folder name under routing/strategies. */
  strategy: Type.String({ minLength: 1, maxLength: 60 }),
  /** Base priority, 0–100: higher goes first. */
  priority: Type.Integer({ minimum: 0, maximum: 100 }),
  /** Points of priority gained per minute of waiting. */
  ageingPerMinute: Type.Number({ minimum: 0, maximum: 100 }),
  requirements: Type.Array(SkillRequirement, { minItems: 1, maxItems: 20 }),
  relaxSteps: Type.Array(RelaxStep, { maxItems: 10 }),
  maxWaiting: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  maxWaitSeconds: Nullable(Type.Integer({ minimum: 1, maximum: 86_400 })),
  overflow: Overflow,
  offerSeconds: Type.Integer({ minimum: 5, maximum: 120 }),
  wrapUp: QueueWrapUp,
  /** Threshold T of the service level and t₀ of short abandons. */
  serviceLevelSeconds: Type.Integer({ minimum: 1, maximum: 3600 }),
  shortAbandonSeconds: Type.Integer({ minimum: 0, maximum: 120 }),
  callbacks: Type.Boolean(),
  calendarId: Nullable(Id),
};

export const Queue = Type.Object({ id: Id, tenantId: Id, ...queueFields });
export type Queue = Static<typeof Queue>;
export const QueueList = Type.Object({ items: Type.Array(Queue) });

/** Only name and requirements are needed; the rest has the defaults of docs/guides/add-a-routing-strategy.md. */
export const NewQueue = Type.Object(
  {
    ...Type.Partial(Type.Object(queueFields)).properties,
    tenantId: Id,
    name: queueFields.name,
    requirements: queueFields.requirements,
  },
  closed,
);
export type NewQueue = Static<typeof NewQueue>;
export const QueueChange = Type.Partial(Type.Object(queueFields, closed));
export type QueueChange = Static<typeof QueueChange>;

export const PauseReason = Type.Object({
  id: Id,
  tenantId: Nullable(Id),
  code: Type.String({ pattern: "^[a-z0-9-]{1,60}$" }),
  label: Name,
  /** Counts as work (training, a meeting) in occupancy and adherence. */
  productive: Type.Boolean(),
  /** After this, the supervisor sees it; null = no limit. */
  limitSeconds: Nullable(Type.Integer({ minimum: 1, maximum: 86_400 })),
  /** Set by the system (not responding, device error, connection lost): cannot be chosen, edited or removed. */
  system: Type.Boolean(),
});
export type PauseReason = Static<typeof PauseReason>;
export const PauseReasonList = Type.Object({ items: Type.Array(PauseReason) });
export const NewPauseReason = Type.Object(
  {
    tenantId: Id,
    code: PauseReason.properties.code,
    label: Name,
    productive: Type.Optional(Type.Boolean()),
    limitSeconds: Type.Optional(PauseReason.properties.limitSeconds),
  },
  closed,
);
export type NewPauseReason = Static<typeof NewPauseReason>;
export const PauseReasonChange = Type.Partial(
  Type.Object(
    { label: Name, productive: Type.Boolean(), limitSeconds: PauseReason.properties.limitSeconds },
    closed,
  ),
);
export type PauseReasonChange = Static<typeof PauseReasonChange>;

/** How much an agent takes at once, per channel, and what may come in while something else is open. */
export const CapacityProfile = Type.Object(
  {
    limits: Type.Record(Type.String(), Type.Integer({ minimum: 0, maximum: 15 })),
    /** channel being handled → channels that may still be offered meanwhile. */
    interruptedBy: Type.Record(Type.String(), Type.Array(RoutedChannel)),
  },
  closed,
);
export type CapacityProfile = Static<typeof CapacityProfile>;

export const StrategyList = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), about: Type.String() })),
});
