import type { Decision } from "../engine/decisions.ts";

export type MadeOffer = Extract<Decision, { kind: "offer.made" }>;

export interface OfferListener {
  /** Decided, and being written: a telephone may ring already. Accepting it waits until it is durable. */
  made(offer: MadeOffer): void;
  /** The write was refused: this offer never was. */
  lost(offer: MadeOffer): void;
}

/** Tells of offers at the moment of their decision. Everything else that is decided is told once it is durable. */
export class OfferNews {
  readonly #listeners = new Set<OfferListener>();

  listen(listener: OfferListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  decided(decisions: readonly Decision[]): void {
    this.#tell(decisions, "made");
  }

  lost(decisions: readonly Decision[]): void {
    this.#tell(decisions, "lost");
  }

  #tell(decisions: readonly Decision[], what: keyof OfferListener): void {
    for (const decision of decisions) {
      if (decision.kind !== "offer.made") continue;
      for (const listener of this.#listeners) listener[what](decision);
    }
  }
}
