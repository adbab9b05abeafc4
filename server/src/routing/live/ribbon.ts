import { setTimeout as sleep } from "node:timers/promises";
import type { QueueOutcome } from "@vera/contracts/conversations";
import { endSegment, startSegment } from "../../conversations/index.ts";
import {
  asSystem,
  type Context,
  DomainError,
  type InteractionId,
  type Platform,
  type QueueId,
  type UserId,
} from "../../platform/index.ts";
import type { Decision } from "../engine/decisions.ts";

const TRIES = 5;
const RETRY_MS = 200;
/** Longer than any one write may take. */
const WAIT_MS = 40_000;

/** How a wait that ended without an agent counts in the conversation; undefined = told by whoever ends the interaction. */
const BACK_TO_FLOW: Partial<Record<string, QueueOutcome>> = {
  timeout: "timeout",
  overflow: "overflow",
  closed: "closed",
  left: "left",
  callback: "callback",
};

/**
 * Writes what the router decided into the conversation's segments: queue, offer, wrap-up. After the decision is told and in
 * order, so that a ring never waits for it; every step may be repeated, and a restart repeats those of what still runs.
 */
export class Ribbon {
  readonly #platform: Platform;
  readonly #isPending: (offerId: string) => boolean;
  #tail: Promise<void> = Promise.resolve();

  constructor(platform: Platform, isPending: (offerId: string) => boolean) {
    this.#platform = platform;
    this.#isPending = isPending;
  }

  follow(decisions: readonly Decision[]): void {
    const steps = decisions.flatMap((decision) => this.#stepOf(decision) ?? []);
    if (steps.length === 0) return;
    this.#tail = this.#tail.then(async () => {
      for (const step of steps) await this.#take(step);
    });
  }

  /** What is written from here on waits for this, however it ends; for one that never does, no longer than `WAIT_MS`. */
  waitFor(work: Promise<unknown>): void {
    this.#tail = this.#tail.then(async () => {
      const limit = new AbortController();
      const late = sleep(WAIT_MS, undefined, { ref: false, signal: limit.signal });
      await Promise.race([work, late]).catch(() => undefined);
      limit.abort();
    });
  }

  /** Until everything decided before the call is written. */
  async drained(): Promise<void> {
    await this.#tail;
  }

  async #take(step: Step): Promise<void> {
    for (let n = 1; ; n++) {
      try {
        return await asSystem(this.#platform, "router", step);
      } catch (error) {
        // The interaction ended meanwhile, or is another channel's that keeps no segments.
        if (error instanceof DomainError) return;
        if (n === TRIES) return this.#platform.log.error({ err: error }, "a segment could not be written");
        await sleep(RETRY_MS * n);
      }
    }
  }

  #stepOf(decision: Decision): Step | undefined {
    if (decision.kind !== "offer.made") return stepOf(decision);
    return async (ctx) => {
      // A talk may have begun already; its segment must not be ended by that of its own offer.
      if (this.#isPending(decision.offerId)) await begin(ctx, decision, "offer");
    };
  }
}

type Step = (ctx: Context) => Promise<void>;

function stepOf(decision: Decision): Step | undefined {
  switch (decision.kind) {
    case "interaction.queued":
      return decision.fromQueueId ? undefined : enters(decision, decision.queueId, undefined);
    case "interaction.dequeued":
      return leaves(decision);
    case "offer.ended":
      return decision.outcome === "accepted" ? undefined : (ctx) => end(ctx, decision, "offer");
    case "contact.ended":
      return decision.neverConnected ? (ctx) => end(ctx, decision, "offer") : undefined;
    case "wrap-up.started":
      return (ctx) => begin(ctx, decision, "wrap-up");
    case "wrap-up.ended":
      return (ctx) => end(ctx, decision, "wrap-up");
    default:
      return undefined;
  }
}

function enters(
  decision: { interactionId: string; at: number },
  queueId: string,
  queueOutcome: QueueOutcome | undefined,
): Step {
  return async (ctx) => {
    await startSegment(ctx, {
      interactionId: decision.interactionId as InteractionId,
      kind: "queue",
      queueId: queueId as QueueId,
      queueOutcome,
      at: new Date(decision.at),
    });
  };
}

function leaves(decision: Extract<Decision, { kind: "interaction.dequeued" }>): Step | undefined {
  const outcome = BACK_TO_FLOW[decision.reason];
  if (decision.toQueueId) return enters(decision, decision.toQueueId, outcome);
  if (!outcome || decision.contactKind === "callback") return undefined;
  return async (ctx) => {
    await startSegment(ctx, {
      interactionId: decision.interactionId as InteractionId,
      kind: "ivr",
      queueOutcome: outcome,
      at: new Date(decision.at),
    });
  };
}

interface OfAgent {
  readonly interactionId: string;
  readonly agentId: string;
  readonly queueId: string | null;
  readonly at: number;
}

async function begin(ctx: Context, of: OfAgent, kind: "offer" | "wrap-up"): Promise<void> {
  await startSegment(ctx, {
    interactionId: of.interactionId as InteractionId,
    kind,
    agentId: of.agentId as UserId,
    queueId: (of.queueId ?? undefined) as QueueId | undefined,
    at: new Date(of.at),
  });
}

async function end(ctx: Context, of: OfAgent, kind: "offer" | "wrap-up"): Promise<void> {
  await endSegment(ctx, {
    interactionId: of.interactionId as InteractionId,
    kind,
    agentId: of.agentId as UserId,
    at: new Date(of.at),
  });
}
