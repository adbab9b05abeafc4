import type { Ticket } from "@vera/contracts/tickets";
import { audit, type Context, DomainError, emit, type TicketId } from "../../platform/index.ts";
import { changeState, holdTicket } from "../change-state.ts";
import { ticketAccepted } from "../events.ts";
import { addChange } from "../history/store.ts";
import { acceptHop } from "./store.ts";

/** "It is ours": the office takes it as its own and begins. */
export async function acceptTicket(
  ctx: Context,
  { ticketId, version }: { ticketId: TicketId; version: number },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  if (ticket.state !== "open" || !(await acceptHop(ctx, ticketId))) {
    throw new DomainError("conflict", "This ticket was accepted already", { key: "ticketAcceptedAlready" });
  }
  const { tenantId, topicId, officeId, officeName, interactionId } = ticket;
  await addChange(ctx, ticket, { what: "accepted", to: officeName, visibility: "public" });
  await audit(ctx, { action: "ticket.accepted", subject: { kind: "ticket", id: ticketId }, tenantId });
  await emit(ctx, ticketAccepted, {
    tenantId,
    key: ticketId,
    data: { ticketId, topicId, officeId, interactionId },
  });
  return await changeState(ctx, { ticketId, to: "in-progress", version });
}
