import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Ticket } from "@vera/contracts/tickets";
import { Fragment, useEffect } from "react";
import { Link } from "wouter";
import { openTicket } from "../../../shared/api/tickets.ts";
import { formatDuration } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Ribbon } from "../../../shared/ui/ribbon.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useMe } from "../session/me-context.ts";
import { OwnerActions } from "./owner-actions.tsx";
import { TicketActions } from "./ticket-actions.tsx";
import { TicketHistory } from "./ticket-history.tsx";
import { TicketJourney } from "./ticket-journey.tsx";
import { TicketNoteForm } from "./ticket-note-form.tsx";
import { ticketRibbon } from "./ticket-ribbon.ts";
import { TicketStateTag } from "./ticket-state-tag.tsx";
import "./tickets.css";

export function TicketPage({ ticketId }: { ticketId: string }) {
  const ticket = useQuery({ queryKey: ["ticket", ticketId], queryFn: () => openTicket(ticketId) });
  useEffect(() => {
    if (ticket.data) document.title = `${ticket.data.number} · ${ticket.data.subject}`;
  }, [ticket.data]);
  if (ticket.isPending) return <Skeleton lines={8} />;
  if (ticket.error) return <ProblemNote error={ticket.error} onRetry={() => void ticket.refetch()} />;
  return <OpenTicket ticket={ticket.data} />;
}

/** Head over all; the conversation with its composer, and the facts at the side. */
function OpenTicket({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { can } = useMe();
  const now = useNow();
  const segments = ticketRibbon(ticket, now);
  return (
    <main className="ticket">
      <div className="ticket-head">
        <div className="row">
          <Link
            href="/tickets"
            className="btn btn-icon btn-ghost"
            aria-label={t("tickets.back")}
            data-tip={t("tickets.back")}
          >
            <Glyph icon={IconArrowLeft} />
          </Link>
          <span className="ticket-number">{ticket.number}</span>
          <h1 className="el">{ticket.subject}</h1>
          <TicketStateTag state={ticket.state} />
          <Tag tone="accent">{t(`ui.ticketKind.${ticket.kind}`)}</Tag>
          <span className="sp" />
          {can("ticket.work") && ticket.owned && <OwnerActions ticket={ticket} />}
          {can("ticket.work") && ticket.owned && <TicketActions ticket={ticket} />}
        </div>
        <Ribbon
          tall
          label={t("tickets.ribbon")}
          segments={segments.map((segment) => ({
            key: segment.key,
            tone: segment.tone,
            size: segment.ms,
            now: segment.running,
            caption: (
              <>
                <b>{t(`ui.ticketState.${segment.state}`)}</b>{" "}
                <span className="dim">{formatDuration(segment.ms)}</span>
              </>
            ),
          }))}
        />
        <p className="sm mut">
          {t("tickets.openedBy", { when: formats.whenWithDay(ticket.openedAt), name: ticket.openedByName })}
        </p>
      </div>
      <div className="ticket-talk">
        {!ticket.owned && <p className="ticket-elsewhere">{t("tickets.notOwned")}</p>}
        <TicketHistory ticket={ticket} />
        {can("ticket.work") && <TicketNoteForm ticketId={ticket.id} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is read by keyboard */}
      <aside className="ticket-side" aria-label={t("tickets.facts")} tabIndex={0}>
        <TicketJourney ticket={ticket} />
        <section>
          <h2 className="h2">{t("tickets.citizen")}</h2>
          <p>{ticket.citizenName ?? t("tickets.noCitizen")}</p>
        </section>
        <section>
          <h2 className="h2">{t("tickets.data")}</h2>
          <dl className="facts">
            <dt>{t("tickets.topic")}</dt>
            <dd>{ticket.topicName}</dd>
            <dt>{t("tickets.office")}</dt>
            <dd>{ticket.officeName ?? t("tickets.nobody")}</dd>
            <dt>{t("tickets.assignee")}</dt>
            <dd>{ticket.assigneeName ?? t("tickets.nobody")}</dd>
            <dt>{t("tickets.priority")}</dt>
            <dd>{t(`ui.ticketPriority.${ticket.priority}`)}</dd>
            <dt>{t("tickets.place")}</dt>
            <dd>{[ticket.place.address, ticket.place.locality].filter(Boolean).join(", ") || "–"}</dd>
            {ticket.answers.map(({ code, label, value }) => (
              <Fragment key={code}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
            <dt>{t("tickets.said")}</dt>
            <dd className="b">{ticket.spelled.join(" – ")}</dd>
          </dl>
        </section>
        <section>
          <h2 className="h2">{t("tickets.told")}</h2>
          <p className="mut">{ticket.stateText}</p>
        </section>
      </aside>
    </main>
  );
}
