import { startSegment } from "../../conversations/index.ts";
import type { QueueEntry, QueueOutcome } from "../../ivr/index.ts";
import {
  asSystem,
  DomainError,
  type InteractionId,
  type OfferId,
  type Platform,
  type QueueId,
  type UserId,
} from "../../platform/index.ts";
import type { VoiceService } from "../create-voice.ts";
import type { AgentContact, Offer, RoutingPort } from "../ports.ts";

interface Waiting {
  readonly entry: QueueEntry;
  readonly outcome: PromiseWithResolvers<QueueOutcome>;
  since: Date;
  offer: Offer | null;
}

/** A router of one line: the longest waiting to the first free agent. Keeps what voice told it, for assertions. */
export class TestAcd implements RoutingPort {
  readonly told: string[] = [];
  /** What the conversations are still to be told of decisions. */
  recording: Promise<void> = Promise.resolve();
  readonly free: UserId[] = [];
  readonly busy = new Map<UserId, string>();
  readonly queue: RoutingPort["queue"];
  readonly #platform: Platform;
  readonly #waiting = new Map<string, Waiting>();
  voice: VoiceService | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(platform: Platform) {
    this.#platform = platform;
    this.queue = {
      enter: (entry) => this.#enter(entry),
      place: () => Promise.resolve({ position: 1, estimatedWaitSeconds: null }),
      request: ({ number }) => {
        this.told.push(`callback ${number}`);
        return Promise.resolve("accepted");
      },
      keepPlace: () => Promise.resolve("refused"),
      leave: ({ interactionId, reason }) => {
        this.told.push(`leave ${reason}`);
        this.#settle(interactionId, { outcome: reason === "timeout" ? "timeout" : "left" });
        return Promise.resolve();
      },
    };
  }

  get waiting(): string[] {
    return [...this.#waiting.keys()];
  }

  ready(agentId: UserId): void {
    this.free.push(agentId);
    this.#match();
  }

  /** What the desk's "Atender" does. */
  accept(offerId: string): boolean {
    const waiting = this.#byOffer(offerId);
    if (!waiting?.offer) return false;
    const { offer } = waiting;
    this.busy.set(offer.agentId, offer.interactionId);
    this.#settle(offer.interactionId, { outcome: "answered" });
    this.voice?.offerAccepted(offer);
    return true;
  }

  decline(offerId: string): void {
    const waiting = this.#byOffer(offerId);
    if (!waiting?.offer) return;
    const { offer } = waiting;
    waiting.offer = null;
    this.voice?.offerEnded(offer);
    this.#match();
  }

  offerOf(interactionId: string): Offer | null {
    return this.#waiting.get(interactionId)?.offer ?? null;
  }

  acceptOffer({ offerId, agentId }: { offerId: OfferId; agentId: UserId }): Promise<boolean> {
    const answered = this.accept(offerId) || this.busy.has(agentId);
    return Promise.resolve(answered);
  }

  writesAfter(written: Promise<void>): void {
    this.#written = written;
  }

  recorded(): Promise<void> {
    return this.recording;
  }

  ringFailed({ offerId, why }: { offerId: OfferId; why: string }): Promise<void> {
    this.told.push(`ring failed: ${why}`);
    this.decline(offerId);
    return Promise.resolve();
  }

  connected({ agentId }: AgentContact): Promise<void> {
    this.told.push(`connected ${agentId}`);
    return Promise.resolve();
  }

  contactStarted({ agentId, interactionId }: AgentContact): Promise<void> {
    if (this.busy.has(agentId)) throw new DomainError("conflict", "Busy");
    this.busy.set(agentId, interactionId);
    this.told.push(`started ${agentId}`);
    return Promise.resolve();
  }

  contactEnded({ agentId }: AgentContact): Promise<void> {
    if (this.busy.delete(agentId)) this.told.push(`ended ${agentId}`);
    return Promise.resolve();
  }

  queueName(): Promise<string> {
    return Promise.resolve("Mesa general");
  }

  agentName(agentId: UserId): Promise<string> {
    return Promise.resolve(`Agente ${agentId.slice(-4)}`);
  }

  #byOffer(offerId: string): Waiting | undefined {
    return [...this.#waiting.values()].find(({ offer }) => offer?.offerId === offerId);
  }

  #settle(interactionId: string, outcome: QueueOutcome): void {
    const waiting = this.#waiting.get(interactionId);
    if (!waiting) return;
    this.#waiting.delete(interactionId);
    if (outcome.outcome !== "answered" && waiting.offer) this.voice?.offerEnded(waiting.offer);
    waiting.outcome.resolve(outcome);
  }

  async #enter(entry: QueueEntry): Promise<QueueOutcome> {
    const { interactionId } = entry;
    const known = this.#waiting.get(interactionId);
    if (known) return await known.outcome.promise;
    const since = this.#platform.clock.now();
    const waiting: Waiting = { entry, outcome: Promise.withResolvers(), since, offer: null };
    this.#waiting.set(interactionId, waiting);
    await this.#written;
    await asSystem(this.#platform, "test-acd", (ctx) =>
      startSegment(ctx, {
        interactionId: interactionId as InteractionId,
        kind: "queue",
        queueId: entry.queueId as QueueId,
        at: since,
      }),
    );
    this.#match();
    return await waiting.outcome.promise;
  }

  #match(): void {
    for (const waiting of this.#waiting.values()) {
      if (waiting.offer || this.free.length === 0) continue;
      const agentId = this.free.shift() as UserId;
      waiting.offer = {
        offerId: this.#platform.ids.uuid<OfferId>(),
        interactionId: waiting.entry.interactionId as InteractionId,
        agentId,
        queueId: waiting.entry.queueId as QueueId,
        queueName: "Mesa general",
        waitingSince: waiting.since,
        expiresAt: new Date(Date.now() + 20_000),
      };
      this.voice?.offerMade(waiting.offer);
    }
  }
}
