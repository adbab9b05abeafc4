import { type Engine, touch } from "./engine.ts";
import { freshPlace } from "./hold-agent.ts";
import type { Agent } from "./records.ts";
import { serve } from "./serve.ts";

export function isBusy(agent: Agent): boolean {
  return agent.busy !== 0;
}

/** After something of the agent ended: the requested next state applies once all is done; then they are served. */
export function settle(engine: Engine, agent: Agent, now: number): void {
  if (agent.next && !isBusy(agent)) {
    agent.state = agent.next.state;
    agent.reason = agent.next.reason;
    agent.next = null;
    freshPlace(engine, agent);
  }
  touch(engine, agent);
  serve(engine, agent, now);
}
