import type { InteractionRecord } from "./store.ts";

/** The part that every event of an interaction carries. */
export function which(interaction: InteractionRecord) {
  return {
    interactionId: interaction.id,
    conversationId: interaction.conversationId,
    channel: interaction.channel,
    direction: interaction.direction,
  };
}
