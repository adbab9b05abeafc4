import type { AgentSettings, QueueSettings } from "../engine/settings.ts";
import { DEFAULT_CAPACITY } from "../engine/settings.ts";

/** A queue with the usual settings, for tests and benches. */
export function aQueue(queueId: string, changes: Partial<QueueSettings> = {}): QueueSettings {
  return {
    queueId,
    tenantId: "tenant",
    active: true,
    strategy: "longest-idle",
    priority: 0,
    ageingPerMinute: 0,
    requirements: [],
    relaxSteps: [],
    maxWaiting: null,
    maxWaitMs: null,
    overflow: { kind: "flow" },
    offerMs: 20_000,
    wrapUpMode: "none",
    wrapUpMs: null,
    wrapUpExtensions: 2,
    ...changes,
  };
}

export function anAgent(
  agentId: string,
  skills: Readonly<Record<string, number>> = {},
  capacity = DEFAULT_CAPACITY,
): AgentSettings {
  return { agentId, tenantId: "tenant", skills: new Map(Object.entries(skills)), capacity };
}
