import type { TicketState } from "@vera/contracts/tickets";
import type { Context } from "../../platform/index.ts";
import { readTenant } from "../../tenants/index.ts";
import { NUMBER_LENGTH, readTicketNumber, showTicketNumber } from "../numbers/ticket-number.ts";
import { readTicketByNumber } from "../store.ts";
import { spokenState } from "./state-texts.ts";

export type TicketStatus =
  | {
      readonly status: "found";
      /** 4812-26-6 */
      readonly number: string;
      readonly state: TicketState;
      /** Spanish, to read aloud. */
      readonly text: string;
      readonly changedAt: Date;
    }
  /** The check digit says that it was keyed wrong: ask again. */
  | { readonly status: "mistyped" }
  | { readonly status: "not-found" };

/**
 * For whoever knows the number, without identifying them: so only the state and its date, never a name, a place or a text.
 * The caller's context decides which organisms are looked through.
 */
export async function ticketStatusByNumber(ctx: Context, typed: string): Promise<TicketStatus> {
  const reading = readTicketNumber(typed);
  if (reading.kind === "mistyped") return { status: "mistyped" };
  if (reading.kind === "no-number") return { status: "not-found" };
  const ticket = await readTicketByNumber(ctx, reading.number);
  if (!ticket) return { status: "not-found" };
  const { state, stateChangedAt: changedAt } = ticket;
  const { zone } = await readTenant(ctx, ticket.tenantId);
  return {
    status: "found",
    number: showTicketNumber(ticket.number),
    state,
    text: spokenState({ state, changedAt, zone }),
    changedAt,
  };
}

/** How the number is asked for on a keypad. */
export const TICKET_KEYPAD = {
  minDigits: NUMBER_LENGTH.least,
  maxDigits: NUMBER_LENGTH.most,
  say: "Marcá todos los números de tu reclamo, sin los guiones, y al final numeral.",
} as const;
