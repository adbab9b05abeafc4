import { Uuid } from "@vera/contracts/shapes";
import {
  AcceptTicket,
  DecideOwner,
  PauseTicket,
  ResumeTicket,
  ReturnTicket,
} from "@vera/contracts/ticket-journey";
import { Ticket } from "@vera/contracts/tickets";
import Type from "typebox";
import type { Http, TicketId } from "../../platform/index.ts";
import { pauseTicket, resumeTicket } from "../clocks/pause-ticket.ts";
import { acceptTicket } from "./accept-ticket.ts";
import { decideOwner } from "./decide-owner.ts";
import { returnTicket } from "./return-ticket.ts";

const tags = ["tickets"];
const params = Type.Object({ ticketId: Uuid });

export function hopRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/acceptance",
    permission: "ticket.work",
    summary: "The office takes the ticket as its own and begins",
    tags,
    params,
    body: AcceptTicket,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      acceptTicket(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/return",
    permission: "ticket.work",
    summary: "No me compete: why, and whose it is instead; over the cap a coordinator decides",
    tags,
    params,
    body: ReturnTicket,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      returnTicket(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/owner",
    permission: "competence.manage",
    summary: "The coordinator decides which office is competent; it cannot return the ticket",
    tags,
    params,
    body: DecideOwner,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      decideOwner(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/pause",
    permission: "ticket.work",
    summary: "Stop the clock for a named reason",
    tags,
    params,
    body: PauseTicket,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      pauseTicket(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tickets/:ticketId/resumption",
    permission: "ticket.work",
    summary: "Let the clock go on",
    tags,
    params,
    body: ResumeTicket,
    response: Ticket,
    handler: (ctx, { params: { ticketId }, body }) =>
      resumeTicket(ctx, { ...body, ticketId: ticketId as TicketId }),
  });
}
