import { IconDownload } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { TicketSummary, TicketView } from "@vera/contracts/tickets";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { listTickets } from "../../../shared/api/tickets.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { DataTable, type DrawnColumn } from "../../../shared/ui/data-table.tsx";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { SearchBox } from "../../../shared/ui/search-box.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { useSettled } from "../../../shared/ui/use-settled.ts";
import { useTable } from "../../../shared/ui/use-table.ts";
import { TicketStateTag } from "./ticket-state-tag.tsx";
import "./tickets.css";

const VIEWS: readonly TicketView[] = ["mine", "my-office", "unassigned", "due", "all"];
const ALL_STATES = "open,in-progress,waiting-citizen,solved,closed,cancelled";
const PAGE = 100;

/** Views at the left, the list at the right; a row opens its page. */
export function TicketInbox() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [, go] = useLocation();
  const now = useNow();
  const [view, setView] = useState<TicketView>("my-office");
  const [closed, setClosed] = useState(false);
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  useEffect(() => {
    document.title = t("tickets.pageTitle");
  }, [t]);
  const tickets = useQuery({
    queryKey: ["tickets", view, closed, q],
    queryFn: () =>
      listTickets({
        view,
        limit: PAGE,
        sort: view === "all" ? "newest" : "due",
        ...(closed ? { states: ALL_STATES } : {}),
        ...(q ? { q } : {}),
      }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const columns: DrawnColumn<TicketSummary>[] = [
    { id: "number", header: t("tickets.number"), value: (ticket) => ticket.number },
    {
      id: "subject",
      header: t("tickets.subject"),
      value: (ticket) => ticket.subject,
      cell: (ticket) => (
        <>
          <b>{ticket.subject}</b>
          <span className="table-second">
            {[ticket.place.address, ticket.place.locality].filter(Boolean).join(", ") || ticket.topicName}
          </span>
        </>
      ),
    },
    { id: "kind", header: t("tickets.kind"), value: (ticket) => t(`ui.ticketKind.${ticket.kind}`) },
    { id: "office", header: t("tickets.office"), value: (ticket) => ticket.officeName },
    {
      id: "assignee",
      header: t("tickets.assignee"),
      value: (ticket) => ticket.assigneeName ?? t("tickets.nobody"),
    },
    {
      id: "state",
      header: t("tickets.state"),
      value: (ticket) => t(`ui.ticketState.${ticket.state}`),
      cell: (ticket) => <TicketStateTag state={ticket.state} />,
    },
    {
      id: "dueAt",
      header: t("tickets.dueAt"),
      value: (ticket) => ticket.dueAt,
      cell: ({ dueAt }) =>
        dueAt && (
          <span className={Date.parse(dueAt) < now ? "late" : undefined} title={formats.exact(dueAt)}>
            {Date.parse(dueAt) < now && `${t("tickets.late")} · `}
            {formats.when(dueAt)}
          </span>
        ),
      number: true,
    },
    {
      id: "openedAt",
      header: t("tickets.openedAt"),
      value: (ticket) => ticket.openedAt,
      cell: (ticket) => <span title={formats.exact(ticket.openedAt)}>{formats.when(ticket.openedAt)}</span>,
      number: true,
    },
  ];
  const table = useTable(tickets.data?.items ?? [], columns);
  return (
    <div className="inbox">
      <nav className="inbox-views" aria-label={t("tickets.views")}>
        <h1 className="h2">{t("tickets.title")}</h1>
        {VIEWS.map((id) => (
          <button
            key={id}
            type="button"
            className="inbox-view"
            aria-current={view === id || undefined}
            onClick={() => setView(id)}
          >
            {t(`tickets.view.${id}`)}
          </button>
        ))}
        <button type="button" className="inbox-view" aria-pressed={closed} onClick={() => setClosed(!closed)}>
          {t(closed ? "tickets.hideClosed" : "tickets.showClosed")}
        </button>
      </nav>
      <main className="inbox-list">
        <div className="inbox-head">
          <SearchBox label={t("tickets.search")} value={typed} onChange={setTyped} forList />
          <span className="sp sm mut" role="status">
            {tickets.data && t("tickets.count", { count: tickets.data.total })}
          </span>
          <Button variant="ghost" icon={IconDownload} onClick={() => table.exportCsv("tickets")}>
            {t("tickets.export")}
          </Button>
        </div>
        {tickets.error && <ProblemNote error={tickets.error} onRetry={() => void tickets.refetch()} />}
        {tickets.isPending && <Skeleton lines={8} />}
        {tickets.data?.items.length === 0 && (
          <EmptyState>{t(q ? "tickets.noneFound" : "tickets.none")}</EmptyState>
        )}
        {table.rows.length > 0 && (
          <div className="table-scroll">
            <DataTable
              caption={t("tickets.title")}
              columns={columns}
              rows={table.rows}
              rowKey={(ticket) => ticket.id}
              sort={table.sort}
              onSort={table.sortBy}
              onOpen={(ticket) => go(`/tickets/${ticket.id}`)}
              twoLines
            />
          </div>
        )}
      </main>
    </div>
  );
}
