import type { Platform } from "../../platform/index.ts";
import type { LiveEngine } from "./live-engine.ts";

/** Offers voice only to people whose telephone can ring: a ready agent whose browser still registers is passed over, not failed. */
export class Telephones {
  readonly #platform: Platform;
  readonly #live: LiveEngine;

  constructor(platform: Platform, live: LiveEngine) {
    this.#platform = platform;
    this.#live = live;
  }

  /** From now on `isRegistered` says who can be rung; `changed` must be told of each change. */
  async follow(isRegistered: (agentId: string) => boolean): Promise<void> {
    await this.#live.ready();
    this.#live.hasTelephone = isRegistered;
    await Promise.all([...this.#live.scopes.keys()].map((agentId) => this.#configure(agentId)));
  }

  changed(agentId: string): void {
    this.#configure(agentId).catch((error: unknown) => {
      this.#platform.log.warn({ err: error, agentId }, "a telephone's news did not reach the router");
    });
  }

  async #configure(agentId: string): Promise<void> {
    await this.#live.ready();
    const scope = this.#live.scopes.get(agentId);
    // Somebody whose desk is not open yet is asked about when it opens.
    if (!scope) return;
    const agent = this.#live.settingsOf(agentId, scope);
    await this.#live.submit({ kind: "configure-agent", agent });
  }
}
