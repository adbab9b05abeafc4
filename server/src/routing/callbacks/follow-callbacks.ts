import { endInteraction } from "../../conversations/index.ts";
import { asSystem, type InteractionId, type Platform } from "../../platform/index.ts";
import type { Command } from "../engine/commands.ts";
import type { Decision } from "../engine/decisions.ts";
import { anotherAttempt } from "./request-callback.ts";
import { type CallbackRow, orphanedCallbacks, readCallback, setCallbackState } from "./store.ts";

const MAX_ATTEMPTS = 3;
const RETRY_MINUTES = 15;

/** Keeps each callback request in step with what happens to its interaction, and asks for another try when nobody answered. */
export class CallbackFollower {
  readonly #platform: Platform;
  readonly #enqueue: (callback: CallbackRow) => Promise<unknown>;
  #tail: Promise<void> = Promise.resolve();

  constructor(platform: Platform, enqueue: (callback: CallbackRow) => Promise<unknown>) {
    this.#platform = platform;
    this.#enqueue = enqueue;
  }

  follow(decisions: readonly Decision[]): void {
    const own = decisions.filter((decision) => "callbackId" in decision && decision.callbackId !== null);
    if (own.length === 0) return;
    this.#tail = this.#tail.then(async () => {
      for (const decision of own) await this.#take(decision);
    });
  }

  async drained(): Promise<void> {
    await this.#tail;
  }

  async #take(decision: Decision): Promise<void> {
    try {
      await this.#follow(decision);
    } catch (error) {
      this.#platform.log.error(
        { err: error, kind: decision.kind },
        "a callback request could not be followed",
      );
    }
  }

  async #follow(decision: Decision): Promise<void> {
    if (!("callbackId" in decision) || decision.callbackId === null) return;
    const id = decision.callbackId;
    switch (decision.kind) {
      case "offer.made":
        return await this.#set({ id, state: "offered", agentId: decision.agentId });
      case "interaction.requeued":
        return await this.#set({ id, state: "waiting" });
      case "contact.started":
        return await this.#set({ id, state: "in-progress", agentId: decision.agentId, attempted: true });
      case "contact.ended":
        if (decision.neverConnected) return await this.#notReached(id);
        return await this.#set({ id, state: "done" });
      case "interaction.dequeued":
        if (decision.reason !== "answered" && decision.contactKind === "callback") {
          await this.#set({ id, state: "cancelled" });
        }
        return;
      default:
        return;
    }
  }

  async #set(change: Parameters<typeof setCallbackState>[1]): Promise<void> {
    await asSystem(this.#platform, "callbacks", (ctx) => setCallbackState(ctx, change));
  }

  /** The person did not answer: another try later, in the same place. */
  async #notReached(id: string): Promise<void> {
    const callback = await asSystem(this.#platform, "callbacks", (ctx) => readCallback(ctx, id));
    if (callback.attempts >= MAX_ATTEMPTS) return await this.#giveUp(callback);
    const notBefore = new Date(this.#platform.clock.now().getTime() + RETRY_MINUTES * 60_000);
    const interactionId = await asSystem(this.#platform, "callbacks", (ctx) =>
      anotherAttempt(ctx, { callback, notBefore }),
    );
    await this.#enqueue({ ...callback, interactionId, notBefore });
  }

  async #giveUp({ id, interactionId }: CallbackRow): Promise<void> {
    await asSystem(this.#platform, "callbacks", async (ctx) => {
      await setCallbackState(ctx, { id, state: "failed" });
      await endInteraction(ctx, { interactionId: interactionId as InteractionId, reason: "not-answered" });
    });
  }

  /** Once at each start: requests that were written but never reached the router. */
  async adoptOrphans(): Promise<void> {
    const orphans = await asSystem(this.#platform, "callbacks", orphanedCallbacks);
    for (const callback of orphans) {
      await this.#set({ id: callback.id, state: "waiting" });
      await this.#enqueue(callback);
    }
  }
}

/** Its place counts from the wish, or from the appointment. */
export function enqueueCallback(
  callback: Pick<CallbackRow, "id" | "interactionId" | "queueId" | "requestedAt" | "notBefore">,
): Command {
  return {
    kind: "enqueue",
    interactionId: callback.interactionId,
    queueId: callback.queueId,
    channel: "voice",
    contactKind: "callback",
    callbackId: callback.id,
    enqueuedAt: callback.requestedAt.getTime(),
    ...(callback.notBefore && { notBefore: callback.notBefore.getTime() }),
  };
}
