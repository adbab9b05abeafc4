import type { AskCompetence, CompetenceAnswer, OfficeDirectory } from "@vera/contracts/competence";
import type { DecideOwner, PauseTicket, ReturnTicket } from "@vera/contracts/ticket-journey";
import type { TicketTypeFound } from "@vera/contracts/ticket-types";
import type {
  AssignTicket,
  ChangeTicketState,
  ListTicketsQuery,
  NewTicket,
  NewTicketNote,
  OfficeList,
  Ticket,
  TicketList,
} from "@vera/contracts/tickets";
import { get, post } from "./request.ts";

export async function listTickets(query: ListTicketsQuery): Promise<TicketList> {
  return get("/tickets", { query });
}

export async function openTicket(ticketId: string): Promise<Ticket> {
  return get(`/tickets/${ticketId}`);
}

export async function createTicket(ticket: NewTicket): Promise<Ticket> {
  return post("/tickets", ticket);
}

export async function changeTicketState(ticketId: string, change: ChangeTicketState): Promise<Ticket> {
  return post(`/tickets/${ticketId}/state`, change);
}

export async function assignTicket(ticketId: string, change: AssignTicket): Promise<Ticket> {
  return post(`/tickets/${ticketId}/assignment`, change);
}

export async function addTicketNote(ticketId: string, note: NewTicketNote): Promise<Ticket> {
  return post(`/tickets/${ticketId}/notes`, note);
}

export async function listOffices(tenantId?: string): Promise<OfficeList> {
  return get("/offices", { query: { tenantId } });
}

export async function answerCompetence(asked: AskCompetence): Promise<CompetenceAnswer> {
  return post("/competence/answer", asked);
}

/** Offices of the whole administration. */
export async function findOffices(q: string): Promise<OfficeDirectory> {
  return get("/office-directory", { query: { q } });
}

export async function acceptTicket(ticketId: string, version: number): Promise<Ticket> {
  return post(`/tickets/${ticketId}/acceptance`, { version });
}

export async function returnTicket(ticketId: string, given: ReturnTicket): Promise<Ticket> {
  return post(`/tickets/${ticketId}/return`, given);
}

export async function decideOwner(ticketId: string, given: DecideOwner): Promise<Ticket> {
  return post(`/tickets/${ticketId}/owner`, given);
}

export async function pauseTicket(ticketId: string, given: PauseTicket): Promise<Ticket> {
  return post(`/tickets/${ticketId}/pause`, given);
}

export async function resumeTicket(ticketId: string, version: number): Promise<Ticket> {
  return post(`/tickets/${ticketId}/resumption`, { version });
}

export async function ticketTypeFor(asked: { tenantId: string; topicId: string }): Promise<TicketTypeFound> {
  return get("/ticket-type-for", { query: asked });
}
