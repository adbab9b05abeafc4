import type { DecideOwner } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { audit, type Context, DomainError, type TicketId } from "../../platform/index.ts";
import { actingTenant } from "../acting-tenant.ts";
import { holdTicket } from "../change-state.ts";
import { readOfficeCards } from "../competence/store.ts";
import { addChange } from "../history/store.ts";
import { showTicket } from "../show-ticket.ts";
import { handOver } from "./hand-over.ts";

/** The coordinator's word ends the discussion: that office has it and cannot return it. */
export async function decideOwner(
  ctx: Context,
  { ticketId, version, officeId, text }: DecideOwner & { ticketId: TicketId },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  const office = (await readOfficeCards(ctx, [officeId])).get(officeId);
  if (!office)
    throw new DomainError("not-found", `No office ${officeId} takes tickets`, { key: "officeNotFound" });
  if (ticket.state !== "open" && ticket.state !== "in-progress") {
    throw new DomainError("conflict", `A ticket that is ${ticket.state} needs no owner`, {
      key: "ticketNotReturnable",
      params: { state: ticket.state },
    });
  }
  await addChange(ctx, ticket, {
    what: "decided",
    from: ticket.officeName,
    to: office.name,
    text: text.trim(),
  });
  await audit(ctx, {
    action: "ticket.owner-decided",
    subject: { kind: "ticket", id: ticketId },
    tenantId: actingTenant(ctx, ticket),
    detail: { officeId },
  });
  await handOver(ctx, ticket, {
    office,
    cameBy: "decided",
    rule: null,
    returned: null,
    legalOwner: null,
    decided: true,
  });
  return await showTicket(ctx, ticketId);
}
