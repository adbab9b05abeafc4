import { Uuid } from "@vera/contracts/shapes";
import {
  AssignTicket,
  ChangeTicketState,
  ListTicketsQuery,
  NewTicket,
  NewTicketNote,
  ReopenTicket,
  Ticket,
  TicketList,
} from "@vera/contracts/tickets";
import Type from "typebox";
import type { Http, TicketId } from "../platform/index.ts";
import { addNote } from "./add-note.ts";
import { assignTicket } from "./assign-ticket.ts";
import { changeState, reopenTicket } from "./change-state.ts";
import { competenceRoutes } from "./competence/routes.ts";
import { hopRoutes } from "./hops/routes.ts";
import { listTickets } from "./list/list-tickets.ts";
import { officeRoutes } from "./offices/routes.ts";
import { openTicket } from "./open-ticket.ts";
import { showTicket } from "./show-ticket.ts";
import { typeRoutes } from "./types/routes.ts";

const tags = ["tickets"];
const params = Type.Object({ ticketId: Uuid });

export function routes(http: Http): void {
  officeRoutes(http);
  competenceRoutes(http);
  hopRoutes(http);
  typeRoutes(http);
  frontRoutes(http);
  workRoutes(http);
}

/** What the first line does. */
function frontRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/tickets",
    permission: "ticket.read",
    summary: "Tickets by view and filters, page by page; a whole number in q finds its ticket",
    tags,
    query: ListTicketsQuery,
    response: TicketList,
    handler: (ctx, { query }) => listTickets(ctx, query),
  });
  http.route({
    method: "GET",
    url: "/api/v1/tickets/:ticketId",
    permission: "ticket.read",
    summary: "A ticket with its history",
    tags,
    params,
    response: Ticket,
    handler: (ctx, { params: { ticketId } }) => showTicket(ctx, ticketId as TicketId),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets",
    permission: "ticket.create",
    summary: "Open a ticket; sending the same idempotencyKey again answers with the first one",
    tags,
    body: NewTicket,
    response: Ticket,
    status: 201,
    handler: (ctx, { body }) => openTicket(ctx, body),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/notes",
    permission: "ticket.create",
    summary: "Add an internal or public note",
    tags,
    params,
    body: NewTicketNote,
    response: Ticket,
    status: 201,
    handler: (ctx, { params: { ticketId }, body }) =>
      addNote(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/reopening",
    permission: "ticket.create",
    summary: "The citizen says it is not solved",
    tags,
    params,
    body: ReopenTicket,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      reopenTicket(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
}

/** What the office does. */
function workRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/state",
    permission: "ticket.work",
    summary: "Change the state; `version` must be the one that was on the screen",
    tags,
    params,
    body: ChangeTicketState,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      changeState(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/assignment",
    permission: "ticket.work",
    summary: "Give a ticket to an office or a person, or set its priority",
    tags,
    params,
    body: AssignTicket,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      assignTicket(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
}
