import type { Offer, OfferOutcome } from "./records.ts";

/** Ids of the records that changed since they were last persisted. */
export interface Changes {
  readonly interactions: Set<string>;
  readonly agents: Set<string>;
  readonly offersMade: Set<string>;
  readonly offersEnded: Map<
    string,
    { readonly offer: Offer; readonly outcome: OfferOutcome; readonly at: number }
  >;
  /** agentId → interaction ids of contacts and wrap-ups. */
  readonly contacts: Map<string, Set<string>>;
}

export function createChanges(): Changes {
  return {
    interactions: new Set(),
    agents: new Set(),
    offersMade: new Set(),
    offersEnded: new Map(),
    contacts: new Map(),
  };
}

export function contactChanged(changes: Changes | null, agentId: string, interactionId: string): void {
  if (!changes) return;
  const ids = changes.contacts.get(agentId);
  if (ids) ids.add(interactionId);
  else changes.contacts.set(agentId, new Set([interactionId]));
}

export function clearChanges(changes: Changes): void {
  changes.interactions.clear();
  changes.agents.clear();
  changes.offersMade.clear();
  changes.offersEnded.clear();
  changes.contacts.clear();
}
