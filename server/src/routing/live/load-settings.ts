import type { Context, TenantId } from "../../platform/index.ts";
import {
  type AgentSettings,
  type CapacitySettings,
  DEFAULT_CAPACITY,
  type QueueSettings,
} from "../engine/settings.ts";
import { BUILT_IN_REASONS } from "../pause-reasons/built-in.ts";
import { readOwnReasons } from "../pause-reasons/store.ts";
import { type QueueRow, readQueues } from "../queues/store.ts";
import { allAgentSkills, allCapacities } from "../skills/store.ts";

/** Where an agent may handle interactions; null = everywhere. */
export interface AgentScope {
  readonly tenantId: TenantId;
  readonly tenants: readonly TenantId[] | null;
}

/** Everything the router needs to know that people set. */
export interface Settings {
  readonly queues: Map<string, QueueRow>;
  readonly skills: Map<string, Map<string, number>>;
  readonly capacities: Map<string, CapacitySettings>;
  /** code → Spanish label, per organism; "" = built in. */
  readonly reasons: Map<string, Map<string, string>>;
}

export async function loadSettings(ctx: Context): Promise<Settings> {
  const queues = new Map((await readQueues(ctx)).map((row) => [row.id as string, row]));
  const skills = new Map<string, Map<string, number>>();
  for (const { agentId, skillId, level } of await allAgentSkills(ctx)) {
    const levels = skills.get(agentId) ?? new Map<string, number>();
    skills.set(agentId, levels.set(skillId, level));
  }
  const capacities = new Map<string, CapacitySettings>();
  for (const { agentId, limits, interruptedBy } of await allCapacities(ctx)) {
    capacities.set(agentId, { limits, interruptedBy });
  }
  const reasons = new Map([["", new Map(BUILT_IN_REASONS.map(({ code, label }) => [code, label]))]]);
  for (const { tenantId, code, label } of await readOwnReasons(ctx)) {
    const labels = reasons.get(tenantId ?? "") ?? new Map<string, string>();
    reasons.set(tenantId ?? "", labels.set(code, label));
  }
  return { queues, skills, capacities, reasons };
}

/** Working for an organism is a skill like another: a queue asks for its own organism's. */
function tenantSkill(tenantId: string): string {
  return `tenant:${tenantId}`;
}

export function queueSettings(row: QueueRow): QueueSettings {
  const own = { skillId: tenantSkill(row.tenantId), minimumLevel: 1 };
  return {
    queueId: row.id,
    tenantId: row.tenantId,
    active: row.active,
    strategy: row.strategy,
    priority: row.priority,
    ageingPerMinute: row.ageingPerMinute,
    requirements: [own, ...row.requirements],
    relaxSteps: row.relaxSteps.map(({ afterSeconds, requirements }) => ({
      afterMs: afterSeconds * 1_000,
      requirements: [own, ...requirements],
    })),
    maxWaiting: row.maxWaiting,
    maxWaitMs: row.maxWaitSeconds === null ? null : row.maxWaitSeconds * 1_000,
    overflow: row.overflowQueueId ? { kind: "queue", queueId: row.overflowQueueId } : { kind: "flow" },
    offerMs: row.offerSeconds * 1_000,
    wrapUpMode: row.wrapUpMode,
    wrapUpMs: row.wrapUpSeconds === null ? null : row.wrapUpSeconds * 1_000,
    wrapUpExtensions: row.wrapUpExtensions,
  };
}

export function agentSettings(settings: Settings, agentId: string, scope: AgentScope): AgentSettings {
  const skills = new Map(settings.skills.get(agentId));
  const tenants = scope.tenants ?? new Set([...settings.queues.values()].map(({ tenantId }) => tenantId));
  for (const tenantId of tenants) skills.set(tenantSkill(tenantId), 1);
  const capacity = settings.capacities.get(agentId) ?? DEFAULT_CAPACITY;
  return { agentId, tenantId: scope.tenantId, skills, capacity };
}

/** For whom no telephone can ring; written contacts go on. */
export function withoutVoice(agent: AgentSettings): AgentSettings {
  const { limits, interruptedBy } = agent.capacity;
  return { ...agent, capacity: { limits: { ...limits, voice: 0 }, interruptedBy } };
}

export function reasonLabel(settings: Settings, code: string, scope: AgentScope | undefined): string {
  for (const tenantId of scope?.tenants ?? settings.reasons.keys()) {
    const label = settings.reasons.get(tenantId)?.get(code);
    if (label) return label;
  }
  return settings.reasons.get("")?.get(code) ?? code;
}
