import type { Decision } from "../engine/decisions.ts";

/** How a wait ended for whoever asked for it (the flow, the telephone). */
export type WaitOutcome = "answered" | "timeout" | "overflow" | "closed" | "left" | "callback";

/** The promises of those who wait for their interaction to be answered. */
export class QueueWaits {
  readonly #waits = new Map<
    string,
    { promise: Promise<WaitOutcome>; resolve: (outcome: WaitOutcome) => void }
  >();

  /** The same promise for as long as the interaction waits. */
  for(interactionId: string): Promise<WaitOutcome> {
    const known = this.#waits.get(interactionId);
    if (known) return known.promise;
    const { promise, resolve } = Promise.withResolvers<WaitOutcome>();
    this.#waits.set(interactionId, { promise, resolve });
    return promise;
  }

  end(interactionId: string, outcome: WaitOutcome): void {
    this.#waits.get(interactionId)?.resolve(outcome);
    this.#waits.delete(interactionId);
  }

  follow(decisions: readonly Decision[]): void {
    for (const decision of decisions) {
      if (decision.kind !== "interaction.dequeued" || decision.toQueueId) continue;
      this.end(decision.interactionId, outcomeOf(decision.reason));
    }
  }
}

/** A patience that the queue sets is its own rule, hence "overflow"; one that the flow sets is told by the flow. */
function outcomeOf(reason: Extract<Decision, { kind: "interaction.dequeued" }>["reason"]): WaitOutcome {
  switch (reason) {
    case "answered":
    case "callback":
    case "closed":
      return reason;
    case "timeout":
    case "overflow":
      return "overflow";
    case "abandoned":
    case "left":
    case "cancelled":
    case "emergency":
      return "left";
  }
}
