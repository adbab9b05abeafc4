import { useQuery } from "@tanstack/react-query";
import type { TicketQuestion, TicketType } from "@vera/contracts/ticket-types";
import type { TicketKind, TicketPriority } from "@vera/contracts/tickets";
import { ticketTypeFor } from "../../../../shared/api/tickets.ts";

interface TypeOfTopic {
  /** null while unknown, or where nothing is asked and no term runs. */
  type: TicketType | null;
  questions: readonly TicketQuestion[];
  /** What the type proposes, or what most tickets are. */
  kind: TicketKind;
  priority: TicketPriority;
}

/** What is asked for the topic, and its terms. */
export function useTicketType(tenantId: string, topicId: string | null): TypeOfTopic {
  const found = useQuery({
    queryKey: ["ticket-type", tenantId, topicId],
    queryFn: () => ticketTypeFor({ tenantId, topicId: topicId ?? "" }),
    enabled: topicId !== null,
    staleTime: 60_000,
  });
  const type = found.data?.type ?? null;
  return {
    type,
    questions: type?.questions ?? [],
    kind: type?.kind ?? "service-claim",
    priority: type?.priority ?? "normal",
  };
}
