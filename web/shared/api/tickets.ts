import type {
  AssignTicket,
  ChangeTicketState,
  ListTicketsQuery,
  NewTicket,
  NewTicketNote,
  Office,
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

export async function listOffices(tenantId?: string): Promise<{ items: Office[] }> {
  return get("/offices", { query: { tenantId } });
}
