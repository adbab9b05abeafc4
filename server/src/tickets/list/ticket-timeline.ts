import type { TimelineSource } from "../../citizens/index.ts";
import type { Context, TicketId } from "../../platform/index.ts";
import { showTicketNumber } from "../numbers/ticket-number.ts";
import { readTicketsById } from "../store.ts";
import { ticketsOfCitizen } from "./store.ts";

/** The tickets' part of a citizen's history. */
export const ticketTimeline: TimelineSource = {
  permission: "ticket.read",
  entries: async (ctx, request) => {
    const rows = await ticketsOfCitizen(ctx, request);
    return rows.map((row) => ({
      kind: "ticket" as const,
      id: row.id,
      tenantId: row.tenantId,
      at: row.openedAt.toISOString(),
      title: row.subject,
      detail: row.officeName,
      channel: null,
      number: showTicketNumber(row.number),
      state: row.state,
    }));
  },
};

/** Number as said and subject of tickets that other modules point at; those out of scope are left out. */
export async function ticketLabels(
  ctx: Context,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: string; readonly subject: string }>> {
  const rows = await readTicketsById(ctx, ticketIds as TicketId[]);
  return new Map(rows.map((row) => [row.id, { number: showTicketNumber(row.number), subject: row.subject }]));
}
