import { useQuery } from "@tanstack/react-query";
import type { Caller } from "@vera/contracts/routing";
import { openInteraction } from "../../../../shared/api/interactions.ts";

/** The name to show for a contact: of the person the agent identified, else what the channel says. */
export function useCitizenName(interactionId: string, caller: Caller): string | null {
  const interaction = useQuery({
    queryKey: ["interaction", interactionId],
    queryFn: () => openInteraction(interactionId),
  });
  return interaction.data?.citizenName ?? caller.name;
}
