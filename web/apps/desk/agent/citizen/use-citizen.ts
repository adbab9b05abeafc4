import { useQuery } from "@tanstack/react-query";
import { openCitizen } from "../../../../shared/api/citizens.ts";
import { useInteraction } from "../use-interaction.ts";

/** The person of a contact: whom the agent identified, else whom the number belongs to. */
export function useCitizen(interactionId: string, tenantId: string, guessedId: string | null = null) {
  const interaction = useInteraction(interactionId);
  const citizenId = interaction.data ? interaction.data.citizenId : guessedId;
  const record = useQuery({
    queryKey: ["citizen", citizenId, interactionId],
    queryFn: () => openCitizen(citizenId ?? "", { interactionId, tenantId }),
    enabled: citizenId !== null,
    staleTime: 60_000,
  });
  return { citizenId, citizen: citizenId === null ? undefined : record.data, record, interaction };
}
