import { agentSilent } from "./agents.ts";
import { takeBack } from "./answer-offer.ts";
import type { Engine } from "./engine.ts";
import { settle } from "./settle.ts";

/** Before anything that fell due while nobody watched the clock: offers that ran out go back without blame. */
export function resumeAfterOutage(engine: Engine, { graceMs }: { graceMs: number }, now: number): void {
  for (const agent of engine.agents.values()) agentSilent(engine, { agentId: agent.agentId, graceMs }, now);
  for (const offer of [...engine.offers.values()]) {
    if (offer.expiresAt > now) continue;
    takeBack(engine, offer, now);
    settle(engine, offer.agent, now);
  }
}
