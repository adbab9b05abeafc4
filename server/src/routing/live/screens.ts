import type { AgentDesk } from "@vera/contracts/routing";
import type { Platform } from "../../platform/index.ts";
import { deskOf, unknownDesk } from "./desk.ts";
import type { LiveEngine } from "./live-engine.ts";

/** Keeps each agent's own screen (topic `agent`) the same as what is durable. */
export class Screens {
  readonly #platform: Platform;
  readonly #live: LiveEngine;
  readonly #shown = new Map<string, Record<string, string>>();

  constructor(platform: Platform, live: LiveEngine) {
    this.#platform = platform;
    this.#live = live;
  }

  desk(agentId: string): AgentDesk {
    const agent = this.#live.engine.agents.get(agentId);
    if (!agent) return unknownDesk(agentId, this.#platform.clock.now());
    const { settings, cards, scopes } = this.#live;
    return deskOf(agent, { settings, cards, scope: scopes.get(agentId) });
  }

  /** Sends what differs from what was sent last, field by field. */
  show(agentIds: Iterable<string>): void {
    for (const agentId of agentIds) {
      const desk = this.desk(agentId);
      const before = this.#shown.get(agentId) ?? {};
      const now: Record<string, string> = {};
      const ops: { path: string[]; value: unknown }[] = [];
      for (const [field, value] of Object.entries(desk)) {
        const text = JSON.stringify(value);
        now[field] = text;
        if (text !== before[field]) ops.push({ path: [field], value });
      }
      this.#shown.set(agentId, now);
      if (ops.length > 0) this.#platform.realtime.patch("agent", agentId, ops);
    }
  }
}
