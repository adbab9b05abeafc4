import { IconTicket } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { listTickets } from "../../../../shared/api/tickets.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";

const ALL_STATES = "open,in-progress,waiting-citizen,solved,closed,cancelled";

export function CitizenTickets({ citizenId }: { citizenId: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const tickets = useQuery({
    queryKey: ["tickets", "citizen", citizenId],
    queryFn: () => listTickets({ view: "all", citizenId: citizenId ?? "", states: ALL_STATES, limit: 50 }),
    enabled: citizenId !== null,
  });
  if (citizenId === null) return <EmptyState>{t("agentDesk.history.unknown")}</EmptyState>;
  if (tickets.isPending) return <Skeleton lines={4} />;
  if (tickets.error) return <ProblemNote error={tickets.error} onRetry={() => void tickets.refetch()} />;
  if (tickets.data.items.length === 0) return <EmptyState>{t("agentDesk.citizen.noTickets")}</EmptyState>;
  return (
    <ul>
      {tickets.data.items.map((ticket) => (
        <li key={ticket.id} className="side-row">
          <Glyph icon={IconTicket} size={18} />
          <Link className="el side-link" href={`/tickets/${ticket.id}`}>
            {ticket.subject}
          </Link>
          <span className="dim">{formats.when(ticket.openedAt)}</span>
          <p className="el">
            {[ticket.number, t(`ui.ticketState.${ticket.state}`), ticket.officeName]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
