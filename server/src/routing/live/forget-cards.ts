import type { Decision } from "../engine/decisions.ts";
import type { LiveEngine } from "./live-engine.ts";

/** Drops what was known of a caller once nobody has the interaction in hand any more. */
export function forgetCards({ engine, cards }: LiveEngine, decisions: readonly Decision[]): void {
  for (const decision of decisions) {
    const over =
      decision.kind === "interaction.dequeued" ||
      decision.kind === "contact.ended" ||
      decision.kind === "wrap-up.ended";
    if (!over || engine.interactions.has(decision.interactionId)) continue;
    if (decision.agentId && holds(engine.agents.get(decision.agentId), decision.interactionId)) continue;
    cards.delete(decision.interactionId);
  }
}

function holds(
  agent: { contacts: { has(id: string): boolean }; wrapUps: { has(id: string): boolean } } | undefined,
  interactionId: string,
): boolean {
  return agent !== undefined && (agent.contacts.has(interactionId) || agent.wrapUps.has(interactionId));
}
