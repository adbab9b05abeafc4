import { DomainError, type InteractionId, type UserId } from "../../platform/index.ts";
import { agentLeg, type Call, type Leg } from "./call-record.ts";

/** The calls that are alive in this process, found by interaction, by channel and by agent. */
export class CallRegistry {
  readonly #byInteraction = new Map<string, Call>();
  readonly #byChannel = new Map<string, { call: Call; leg: Leg }>();
  readonly #beginning = new Set<string>();

  /** True once for a channel, which may be told of twice: by its event and by a look at what Asterisk has. Then `add` or `neverWas`. */
  begins(channelId: string): boolean {
    if (this.#byChannel.has(channelId) || this.#beginning.has(channelId)) return false;
    this.#beginning.add(channelId);
    return true;
  }

  add(call: Call): void {
    this.#byInteraction.set(call.interactionId, call);
    for (const leg of call.legs.values()) {
      this.track(call, leg);
      this.#beginning.delete(leg.channelId);
    }
  }

  /** To be called for each leg before Asterisk can say anything about its channel. */
  track(call: Call, leg: Leg): void {
    this.#byChannel.set(leg.channelId, { call, leg });
  }

  forgetLeg(channelId: string): void {
    this.#byChannel.delete(channelId);
  }

  /** What began became no call. */
  neverWas(channelId: string): void {
    this.#beginning.delete(channelId);
  }

  remove(call: Call): void {
    this.#byInteraction.delete(call.interactionId);
    for (const channelId of call.legs.keys()) this.#byChannel.delete(channelId);
  }

  byInteraction(interactionId: string): Call | undefined {
    return this.#byInteraction.get(interactionId);
  }

  byChannel(channelId: string): { call: Call; leg: Leg } | undefined {
    return this.#byChannel.get(channelId);
  }

  all(): Call[] {
    return [...this.#byInteraction.values()];
  }

  ofAgent(agentId: UserId): { call: Call; leg: Leg }[] {
    return this.all().flatMap((call) => {
      const leg = agentLeg(call, agentId);
      return leg ? [{ call, leg }] : [];
    });
  }

  /** The agent's own place on a live call; anybody else is told that there is no such call. */
  mine(interactionId: InteractionId, agentId: UserId): { call: Call; leg: Leg } {
    const call = this.#byInteraction.get(interactionId);
    const leg = call && agentLeg(call, agentId);
    if (!call || !leg) {
      throw new DomainError("not-found", "You are not on that call; it may have ended", { key: "callGone" });
    }
    return { call, leg };
  }
}
