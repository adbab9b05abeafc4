import type { NewTicketNote, Ticket } from "@vera/contracts/tickets";
import { audit, type Context, DomainError, type TicketId } from "../platform/index.ts";
import { actingTenant } from "./acting-tenant.ts";
import { citizenHeard, keepClocks } from "./clocks/keep-clocks.ts";
import { addChange } from "./history/store.ts";
import { foundTicket, showTicket } from "./show-ticket.ts";
import { readTicket } from "./store.ts";

/** Words on a ticket; "public" may be read to the citizen. Notes are never changed nor removed. */
export async function addNote(
  ctx: Context,
  { ticketId, text, visibility }: NewTicketNote & { ticketId: TicketId },
): Promise<Ticket> {
  const ticket = foundTicket(await readTicket(ctx, ticketId), ticketId);
  const words = text.trim();
  if (words === "") throw new DomainError("invalid", "An empty note says nothing", { key: "noteEmpty" });
  if (visibility === "public") {
    await citizenHeard(ctx, ticketId);
    await keepClocks(ctx, ticketId);
  }
  await addChange(ctx, ticket, { what: "note", text: words, visibility });
  await audit(ctx, {
    action: "ticket.note-added",
    subject: { kind: "ticket", id: ticketId },
    tenantId: actingTenant(ctx, ticket),
    detail: { visibility },
  });
  return await showTicket(ctx, ticketId);
}
