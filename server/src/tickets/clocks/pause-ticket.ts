import type { PauseTicket } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { audit, type Context, DomainError, type TicketId } from "../../platform/index.ts";
import { holdTicket } from "../change-state.ts";
import { addChange } from "../history/store.ts";
import { endPause, readCurrentPause, startPause } from "../hops/store.ts";
import { showTicket } from "../show-ticket.ts";
import { touchTicket } from "../store.ts";
import { keepClocks } from "./keep-clocks.ts";

/** Stops the clock for a reason that has a name; who and why are kept. */
export async function pauseTicket(
  ctx: Context,
  { ticketId, version, reason, text }: PauseTicket & { ticketId: TicketId },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  if (ticket.state !== "in-progress" || (await readCurrentPause(ctx, ticketId))) {
    throw new DomainError("conflict", "Only a ticket in progress whose clock runs can be paused", {
      key: "ticketNotPausable",
    });
  }
  await startPause(ctx, ticket, { reason, text: text.trim() });
  await addChange(ctx, ticket, { what: "paused", to: reason, text: text.trim() });
  await audit(ctx, {
    action: "ticket.paused",
    subject: { kind: "ticket", id: ticketId },
    tenantId: ticket.tenantId,
    detail: { reason },
  });
  return await settled(ctx, ticketId);
}

export async function resumeTicket(
  ctx: Context,
  { ticketId, version }: { ticketId: TicketId; version: number },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  const reason = await readCurrentPause(ctx, ticketId);
  if (ticket.state !== "in-progress" || !reason) {
    throw new DomainError("conflict", "Nothing that was paused by hand is to be resumed here", {
      key: "ticketNotPaused",
    });
  }
  await endPause(ctx, ticketId);
  await addChange(ctx, ticket, { what: "resumed", from: reason });
  await audit(ctx, {
    action: "ticket.resumed",
    subject: { kind: "ticket", id: ticketId },
    tenantId: ticket.tenantId,
  });
  return await settled(ctx, ticketId);
}

async function settled(ctx: Context, ticketId: TicketId): Promise<Ticket> {
  await touchTicket(ctx, ticketId);
  await keepClocks(ctx, ticketId);
  return await showTicket(ctx, ticketId);
}
