import type { Context } from "../../platform/index.ts";
import { nextSequence } from "./store.ts";
import { makeTicketNumber } from "./ticket-number.ts";

/** The year turns for the whole installation at once, whatever the zone of a tenant. */
const ZONE = "America/Argentina/Buenos_Aires";
const yearOf = new Intl.DateTimeFormat("en", { timeZone: ZONE, year: "numeric" });

/** A fresh number. Numbers of abandoned transactions are lost: gaps mean nothing. */
export async function allocateNumber(ctx: Context): Promise<string> {
  const year = Number(yearOf.format(ctx.clock.now()));
  return makeTicketNumber({ sequence: await nextSequence(ctx, year), year });
}
