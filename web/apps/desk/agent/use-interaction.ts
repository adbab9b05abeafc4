import { useQuery } from "@tanstack/react-query";
import { openInteraction } from "../../../shared/api/interactions.ts";

/** What the server knows of the interaction: citizen, notes, dispositions, tickets, articles read. */
export function useInteraction(interactionId: string) {
  return useQuery({
    queryKey: ["interaction", interactionId],
    queryFn: () => openInteraction(interactionId),
  });
}
