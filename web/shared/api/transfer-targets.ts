import type { Colleague } from "@vera/contracts/routing";
import { colleagues, liveQueues } from "./queues.ts";

export interface TransferTargets {
  agents: Colleague[];
  queues: { id: string; name: string }[];
}

/** Whom a call of this organism may be passed to; colleagues first who can take it now. */
export async function transferTargets(tenantId: string): Promise<TransferTargets> {
  const [agents, queues] = await Promise.all([colleagues(), liveQueues()]);
  const free = (agent: Colleague): number => (agent.state === "ready" && agent.activity === "idle" ? 0 : 1);
  return {
    agents: agents.items
      .filter((agent) => agent.state !== "offline")
      .sort((a, b) => free(a) - free(b) || a.name.localeCompare(b.name)),
    queues: queues.items
      .map((queue) => ({ id: queue.queueId, name: queue.name, own: queue.tenantId === tenantId ? 0 : 1 }))
      .sort((a, b) => a.own - b.own || a.name.localeCompare(b.name)),
  };
}
