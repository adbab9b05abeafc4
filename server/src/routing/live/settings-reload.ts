import type { Platform } from "../../platform/index.ts";
import type { LiveEngine } from "./live-engine.ts";

/** Reads what people set when they change it; changes that come together are read together. */
export class SettingsReload {
  readonly #platform: Platform;
  readonly #live: LiveEngine;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(platform: Platform, live: LiveEngine) {
    this.#platform = platform;
    this.#live = live;
  }

  changed(): void {
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Until every change told so far is in the engine. */
  async drained(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#live.reload();
      } catch (error) {
        this.#platform.log.error({ err: error }, "router could not read its settings");
      }
    }
    this.#running = undefined;
  }
}
