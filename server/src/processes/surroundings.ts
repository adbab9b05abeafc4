import type { Surroundings } from "../conversations/index.ts";
import { articlesReadIn } from "../knowledge/index.ts";
import type { InteractionId } from "../platform/index.ts";
import { readQueueNames } from "../routing/index.ts";
import { ticketLabels } from "../tickets/index.ts";
import { recordingLabels } from "../voice/index.ts";

/** What conversations shows beside an interaction, from the modules that own it. */
export function joinSurroundings(): Surroundings {
  return {
    queueNames: readQueueNames,
    tickets: ticketLabels,
    recordings: recordingLabels,
    articlesRead: (ctx, interactionId) => articlesReadIn(ctx, interactionId as InteractionId),
  };
}
