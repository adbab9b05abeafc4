import type { Platform } from "../../platform/index.ts";
import type { LiveEngine } from "./live-engine.ts";

/** A program without a live screen says "here" more often than this. */
const BEAT_MS = 9_000;

/** Turns open screens and signs of life into "present" and "silent". A dead tab is silent within 10 s, gone within 15 s. */
export class Presence {
  readonly #platform: Platform;
  readonly #live: LiveEngine;
  readonly #beats = new Map<string, NodeJS.Timeout>();

  constructor(platform: Platform, live: LiveEngine) {
    this.#platform = platform;
    this.#live = live;
    platform.realtime.onPresence(({ userId, present }) => {
      if (!this.#knows(userId)) return;
      if (present) this.#say("agent-present", userId);
      else if (!this.#beats.has(userId)) this.#say("agent-silent", userId);
    });
  }

  /** A sign of life without a screen: good for a few seconds. */
  beat(agentId: string): void {
    clearTimeout(this.#beats.get(agentId));
    const timer = setTimeout(() => {
      this.#beats.delete(agentId);
      if (!this.#platform.realtime.isPresent(agentId)) this.#say("agent-silent", agentId);
    }, BEAT_MS);
    timer.unref();
    this.#beats.set(agentId, timer);
  }

  stopBeat(agentId: string): void {
    clearTimeout(this.#beats.get(agentId));
    this.#beats.delete(agentId);
  }

  close(): void {
    for (const timer of this.#beats.values()) clearTimeout(timer);
    this.#beats.clear();
  }

  #knows(agentId: string): boolean {
    return this.#live.scopes.has(agentId);
  }

  #say(kind: "agent-present" | "agent-silent", agentId: string): void {
    this.#live.submit({ kind, agentId }).catch((error: unknown) => {
      this.#platform.log.warn(
        { err: error, agentId },
        "presence could not be noted; the next sign of life will",
      );
    });
  }
}
