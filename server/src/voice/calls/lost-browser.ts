import type { UserId } from "../../platform/index.ts";
import { ignoringGone } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import type { Leg } from "./call-record.ts";

/** A browser sends a packet every 20 ms, muted or not (RFC 3550): none for this long, and its socket gone too, is no browser. */
const SILENT_MS = 3_000;
const LOOK_EVERY_MS = 1_000;

interface Heard {
  packets: number;
  silentMs: number;
}

/**
 * Notices the end of an agent's browser that could not say goodbye. A lost SIP socket or live screen alone proves nothing:
 * the sound takes another way and may go on. Only when the sound has stopped as well the line is taken for dead; then it is
 * as if the desk had been reloaded (`agent-lost.ts`): music for the citizen, the phone is called back, else the next agent.
 */
export class LostBrowsers {
  readonly #voice: Voice;
  readonly #watched = new Map<string, NodeJS.Timeout>();

  constructor(voice: Voice) {
    this.#voice = voice;
    voice.platform.realtime.onPresence(({ userId, present }) => {
      if (!present) this.suspect(userId as UserId);
    });
  }

  /** The SIP socket or the last live screen of this agent is gone. */
  suspect(agentId: UserId): void {
    for (const { leg } of this.#voice.calls.ofAgent(agentId)) {
      if (leg.state === "up" && !this.#watched.has(leg.channelId)) this.#watch(leg);
    }
  }

  close(): void {
    for (const timer of this.#watched.values()) clearInterval(timer);
    this.#watched.clear();
  }

  #watch(leg: Leg): void {
    const heard: Heard = { packets: -1, silentMs: 0 };
    const timer = setInterval(() => void this.#look(leg, heard), LOOK_EVERY_MS);
    timer.unref();
    this.#watched.set(leg.channelId, timer);
    leg.gone.signal.addEventListener("abort", () => this.#forget(leg.channelId), { once: true });
  }

  async #look(leg: Leg, heard: Heard): Promise<void> {
    const { ari, phones, platform } = this.#voice;
    if (leg.agentId && phones.isRegistered(leg.agentId) && platform.realtime.isPresent(leg.agentId))
      return this.#forget(leg.channelId); // both are back, and the talk never stopped
    const { channelId } = leg;
    // A channel that ended meanwhile tells it by itself; an engine that does not answer is asked again.
    const statistics = await ari
      .call("GET /channels/{channelId}/rtp_statistics", { channelId })
      .catch(() => null);
    if (!statistics || !this.#watched.has(channelId)) return;
    heard.silentMs = statistics.rxcount === heard.packets ? heard.silentMs + LOOK_EVERY_MS : 0;
    heard.packets = statistics.rxcount;
    if (heard.silentMs < SILENT_MS) return;
    this.#forget(channelId);
    this.#voice.log.warn(
      { channelId, agentId: leg.agentId },
      "an agent's browser is gone: no socket and no sound",
    );
    this.#voice.legEnded(channelId, { cause: "device" });
    await ignoringGone(ari.call("DELETE /channels/{channelId}", { channelId }));
  }

  #forget(channelId: string): void {
    clearInterval(this.#watched.get(channelId));
    this.#watched.delete(channelId);
  }
}
