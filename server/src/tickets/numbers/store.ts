import { type Context, one, sql } from "../../platform/index.ts";

/** The next of the year. Takes no lock that lasts: tickets opened at the same time never wait for each other. */
export async function nextSequence(ctx: Context, year: number): Promise<number> {
  const { sequence } = await one<{ sequence: number }>(
    ctx,
    sql`select tickets.next_in_year(${year}) as sequence`,
  );
  return sequence;
}
