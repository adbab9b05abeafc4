import type { Ticket, TicketChange, TicketSummary } from "@vera/contracts/tickets";
import { citizenNames } from "../citizens/index.ts";
import { type Context, DomainError, type TicketId } from "../platform/index.ts";
import { readTenant } from "../tenants/index.ts";
import { readHistory } from "./history/store.ts";
import { showTicketNumber, spellTicketNumber } from "./numbers/ticket-number.ts";
import { NEXT } from "./states.ts";
import { writtenState } from "./status/state-texts.ts";
import { readTicket, type TicketRow } from "./store.ts";

export function showSummary(row: TicketRow): TicketSummary {
  return {
    id: row.id,
    tenantId: row.tenantId,
    number: showTicketNumber(row.number),
    kind: row.kind,
    state: row.state,
    priority: row.priority,
    subject: row.subject,
    topicId: row.topicId,
    topicName: row.topicName,
    officeId: row.officeId,
    officeName: row.officeName,
    assigneeId: row.assigneeId,
    assigneeName: row.assigneeName,
    place: { locality: row.placeLocality, address: row.placeAddress },
    openedAt: row.openedAt.toISOString(),
    stateChangedAt: row.stateChangedAt.toISOString(),
  };
}

/** The whole ticket with its history, as the reader's scope shows it. */
export async function showTicket(ctx: Context, ticketId: TicketId): Promise<Ticket> {
  const row = foundTicket(await readTicket(ctx, ticketId), ticketId);
  const names = await citizenNames(ctx, row.citizenId ? [row.citizenId] : []);
  const { zone } = await readTenant(ctx, row.tenantId);
  const history: TicketChange[] = await readHistory(ctx, ticketId);
  return {
    ...showSummary(row),
    description: row.description,
    citizenId: row.citizenId,
    citizenName: (row.citizenId && names.get(row.citizenId)) ?? null,
    interactionId: row.interactionId,
    openedByName: row.openedByName,
    spelled: spellTicketNumber(row.number),
    stateText: writtenState({ state: row.state, changedAt: row.stateChangedAt, zone }),
    nextStates: [...NEXT[row.state]],
    version: row.version,
    history,
  };
}

export function foundTicket(row: TicketRow | undefined, ticketId: TicketId): TicketRow {
  if (row) return row;
  throw new DomainError("not-found", `No ticket ${ticketId} here`, { key: "ticketNotFound" });
}
