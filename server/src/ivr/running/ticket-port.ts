import { asSystem, type Platform } from "../../platform/index.ts";
import { TICKET_KEYPAD, ticketStatusByNumber } from "../../tickets/index.ts";
import type { TicketPort } from "../flow-services.ts";

/**
 * Tickets of any organism: who calls the centre need not know whose ticket it is. The number carries a check digit, and the
 * answer holds only state and date, so that guessing numbers tells nothing of anybody.
 */
export function ticketPort(platform: Platform): TicketPort {
  return {
    keypad: TICKET_KEYPAD,
    async statusByKeys({ digits }) {
      const answer = await asSystem(platform, "ivr", (ctx) => ticketStatusByNumber(ctx, digits));
      if (answer.status !== "found") return { found: false };
      return { found: true, number: answer.number, status: answer.text };
    },
  };
}
