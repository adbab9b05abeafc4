import { type Context, many, run, type Sql, sql } from "../../platform/index.ts";
import { FACT_KEYS, type Fact, type FactTable } from "./fact.ts";

/** Writes the fact unless it is there. The subscriber may see an event twice; the figures never do. */
export async function insertFact(ctx: Context, { table, row }: Fact): Promise<boolean> {
  const columns = Object.keys(row).map((column) => sql.id(column));
  const added = await run(
    ctx,
    sql`insert into ${tableOf(table)} (${sql.join(columns)}) values (${sql.join(Object.values(row))})
        on conflict (${sql.join(FACT_KEYS[table].map((key) => sql.id(key)))}) do nothing`,
  );
  return added === 1;
}

/** The stored rows since an instant, as the facts they were: to compare with the log. */
export async function storedFacts(
  ctx: Context,
  { table, since }: { table: FactTable; since: Date },
): Promise<Record<string, unknown>[]> {
  return await many<Record<string, unknown>>(
    ctx,
    sql`select * from ${tableOf(table)} where ${AT_COLUMN[table]} >= ${since}`,
  );
}

const AT_COLUMN = {
  fact_interaction: sql`ended_at`,
  fact_queue_visit: sql`left_at`,
  fact_answer: sql`answered_at`,
  fact_slice: sql`started_at`,
  fact_offer: sql`closed_at`,
  fact_agent_state: sql`at`,
  fact_seizure: sql`started_at`,
  fact_emergency: sql`at`,
} satisfies Record<FactTable, Sql<unknown>>;

function tableOf(table: FactTable): Sql<unknown> {
  return sql`${sql.id("reporting", table)}`;
}
