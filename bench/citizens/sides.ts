import { nameWords } from "../../server/src/citizens/normalize-name.ts";
import { findCitizens } from "../../server/src/citizens/search/find-citizens.ts";
import { asSystem, inBulk, many, type Platform, run, sql } from "../../server/src/platform/index.ts";

export const LIMIT = 20;

/** A whole transaction with one statement: what any answer costs at least. */
export async function ping(platform: Platform): Promise<void> {
  await asSystem(platform, "bench", (ctx) => many(ctx, sql`select ${1}::int as one`));
}

/** What the route does, without HTTP. */
export async function ours(platform: Platform, q: string): Promise<string[]> {
  const found = await asSystem(platform, "bench", (ctx) => findCitizens(ctx, { q, limit: LIMIT }));
  return found.items.map(({ id }) => id);
}

/** Every word must resemble one of the name, the most alike first: trigrams over people. */
export async function trigrams(platform: Platform, q: string): Promise<string[]> {
  const words = nameWords(q);
  const all = sql.join(
    words.map((word) => sql`${word} <% c.search_name`),
    sql` and `,
  );
  const score = sql.join(
    words.map((word) => sql`word_similarity(${word}, c.search_name)`),
    sql` + `,
  );
  const rows = await asSystem(platform, "bench", async (ctx) => {
    await run(ctx, sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`);
    return await many<{ id: string }>(
      ctx,
      sql`select c.id from citizens.citizen c where ${all} order by ${score} desc, c.id limit ${LIMIT}`,
    );
  });
  return rows.map(({ id }) => id);
}

/** Only the other side needs it; the product does without. */
export async function buildTrigrams(databaseUrl: string): Promise<void> {
  await inBulk(databaseUrl, async (bulk) => {
    await bulk.query("set local maintenance_work_mem = '512MB'");
    await bulk.query(
      "create index if not exists bench_trigrams on citizens.citizen using gin (search_name gin_trgm_ops)",
    );
  });
}

/** Everybody who is what was meant, by the other side's index; at most one more than the answer holds. */
export async function meantPeople(
  platform: Platform,
  [one, other]: readonly [string, string],
): Promise<string[]> {
  const rows = await asSystem(platform, "bench", (ctx) =>
    many<{ id: string }>(
      ctx,
      sql`select id from citizens.citizen where search_name like ${one} and search_name like ${other} limit ${LIMIT + 1}`,
    ),
  );
  return rows.map(({ id }) => id);
}

/** Which of these are what was meant. */
export async function areMeant(
  platform: Platform,
  ids: readonly string[],
  [one, other]: readonly [string, string],
): Promise<number> {
  const rows = await asSystem(platform, "bench", (ctx) =>
    many(
      ctx,
      sql`select id from citizens.citizen where id = any (${[...ids]}::uuid[]) and search_name like ${one} and search_name like ${other}`,
    ),
  );
  return rows.length;
}
