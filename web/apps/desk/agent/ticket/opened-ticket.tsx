import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { openTicket } from "../../../../shared/api/tickets.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import "./opened-ticket.css";

/** The number in the groups in which it is said, and what the person may be told about its state. */
export function OpenedTicket({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const ticket = useQuery({ queryKey: ["ticket", ticketId], queryFn: () => openTicket(ticketId) });
  if (ticket.isPending) return <Skeleton lines={3} />;
  if (ticket.error) return <ProblemNote error={ticket.error} onRetry={() => void ticket.refetch()} />;
  const { data } = ticket;
  return (
    <article className="opened-ticket">
      <p className="opened-number">{data.spelled.join(" – ")}</p>
      <div className="row">
        <h2>{data.subject}</h2>
        <Tag tone="talk">{t(`ui.ticketState.${data.state}`)}</Tag>
      </div>
      <p className="mut">{data.stateText}</p>
      <dl className="facts">
        <dt>{t("agentDesk.ticket.topic")}</dt>
        <dd>{data.topicName}</dd>
        {data.officeName && (
          <>
            <dt>{t("agentDesk.ticket.office")}</dt>
            <dd>{data.officeName}</dd>
          </>
        )}
        {(data.place.address || data.place.locality) && (
          <>
            <dt>{t("agentDesk.ticket.place")}</dt>
            <dd>{[data.place.address, data.place.locality].filter(Boolean).join(", ")}</dd>
          </>
        )}
      </dl>
      <Link href={`/tickets/${data.id}`}>{t("agentDesk.ticket.openPage")}</Link>
    </article>
  );
}
