import { asSystem, type Platform } from "../../platform/index.ts";
import type { Decision } from "../engine/decisions.ts";
import type { LiveEngine } from "./live-engine.ts";
import { readLastAgent, saveLastAgent } from "./store.ts";

/** Remembers who talked with whom, for queues whose strategy asks for it. */
export class LastAgents {
  readonly #platform: Platform;
  readonly #live: LiveEngine;
  #tail: Promise<void> = Promise.resolve();

  constructor(platform: Platform, live: LiveEngine) {
    this.#platform = platform;
    this.#live = live;
  }

  follow(decisions: readonly Decision[]): void {
    for (const decision of decisions) {
      if (decision.kind !== "contact.connected") continue;
      const citizenId = this.#live.cards.get(decision.interactionId)?.caller.citizenId;
      if (citizenId) this.#save({ tenantId: decision.tenantId, citizenId, agentId: decision.agentId });
    }
  }

  /** The citizen was found out during the talk. */
  identified(interactionId: string, citizenId: string): void {
    for (const agent of this.#live.engine.agents.values()) {
      const contact = agent.contacts.get(interactionId);
      if (contact) this.#save({ tenantId: contact.tenantId, citizenId, agentId: agent.agentId });
    }
  }

  async of(tenantId: string, citizenId: string): Promise<string | null> {
    return await asSystem(this.#platform, "router", (ctx) => readLastAgent(ctx, { tenantId, citizenId }));
  }

  async drained(): Promise<void> {
    await this.#tail;
  }

  #save(talk: { tenantId: string; citizenId: string; agentId: string }): void {
    this.#tail = this.#tail
      .then(() => asSystem(this.#platform, "router", (ctx) => saveLastAgent(ctx, talk)))
      // A preference, not a duty: the next talk writes it again.
      .catch((error: unknown) => this.#platform.log.warn({ err: error }, "last agent could not be noted"));
  }
}
