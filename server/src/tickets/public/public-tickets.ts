import type { Place, TicketState } from "@vera/contracts/tickets";
import type { Context, TopicId } from "../../platform/index.ts";
import { readTenant } from "../../tenants/index.ts";
import { readTicketNumber, showTicketNumber } from "../numbers/ticket-number.ts";
import { writtenState } from "../status/state-texts.ts";
import { type PublicFilter, readPublicTickets } from "./store.ts";

/** What may be published of a ticket: no words that anybody wrote, no person. The caller decides about the place. */
export interface PublicTicket {
  /** 4812-26-6 */
  readonly number: string;
  readonly topicId: TopicId;
  readonly state: TicketState;
  /** What a citizen is told about this state. */
  readonly stateText: string;
  readonly officeName: string | null;
  readonly place: Place;
  readonly openedAt: Date;
  readonly changedAt: Date;
}

/** Numbers may be spelled in any way; what is no number finds nothing. */
export async function publicTickets(
  ctx: Context,
  { numbers, ...filter }: PublicFilter,
): Promise<PublicTicket[]> {
  const digits = numbers?.flatMap((typed) => {
    const reading = readTicketNumber(typed);
    return reading.kind === "number" ? [reading.number] : [];
  });
  const rows = await readPublicTickets(ctx, { ...filter, numbers: digits ?? null });
  const { zone } = await readTenant(ctx, filter.tenantId);
  return rows.map((row) => ({
    number: showTicketNumber(row.number),
    topicId: row.topicId,
    state: row.state,
    stateText: writtenState({ state: row.state, changedAt: row.stateChangedAt, zone }),
    officeName: row.officeName,
    place: { locality: row.placeLocality, address: row.placeAddress },
    openedAt: row.openedAt,
    changedAt: row.stateChangedAt,
  }));
}
