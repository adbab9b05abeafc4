import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { AskCompetence, CompetenceAnswer } from "@vera/contracts/competence";
import { answerCompetence } from "../../../../shared/api/tickets.ts";
import { useSettled } from "../../../../shared/ui/use-settled.ts";

type Asked = Omit<AskCompetence, "topicId"> & { topicId: string | null };

/** Who is competent for what the form says so far; asked once typing has settled. */
export function useCompetence({
  topicId,
  locality,
  providerClaim,
  ...asked
}: Asked): CompetenceAnswer | undefined {
  const where = useSettled(locality?.trim() ?? "") || null;
  const claim = useSettled(providerClaim?.trim() ?? "") || null;
  const answer = useQuery({
    queryKey: ["competence", asked, topicId, where, claim],
    queryFn: () =>
      answerCompetence({ ...asked, topicId: topicId ?? "", locality: where, providerClaim: claim }),
    enabled: topicId !== null,
    placeholderData: keepPreviousData,
  });
  return topicId === null ? undefined : answer.data;
}
