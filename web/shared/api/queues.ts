import type { LiveAgent, LiveQueue } from "@vera/contracts/routing";
import { get } from "./request.ts";

export async function liveQueues(): Promise<{ items: LiveQueue[] }> {
  return get("/queues/live");
}

export async function liveAgents(): Promise<{ items: LiveAgent[] }> {
  return get("/agents/live");
}
