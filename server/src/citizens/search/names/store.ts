import { type Context, many, type Sql, sql } from "../../../platform/index.ts";
import { type FoundRow, SUMMARY } from "../store.ts";
import type { NameQuestion } from "./combine-guesses.ts";

export interface NameWord {
  readonly id: number;
  readonly word: string;
  readonly uses: number;
}

export async function wordsAfter(ctx: Context, id: number): Promise<NameWord[]> {
  return await many<NameWord>(
    ctx,
    sql`select id, word, uses from citizens.name_word where id > ${id} order by id`,
  );
}

/** Null fields go together: the row that only tells the newest word, where nobody was found. */
type HitRow = { readonly newest: number | null; readonly ord: number | null } & FoundRow;

export interface NameHits {
  /** The highest id of a word in the database. */
  readonly newest: number;
  readonly rows: readonly (FoundRow & { readonly ord: number })[];
}

/**
 * People by the first pairs of the question that find some, in the order of the pairs, and the newest word of the dictionary:
 * one statement, so one round trip. Each pair stops at its `most`, all together at `limit`: the plan never reads further.
 */
export async function peopleByPairs(
  ctx: Context,
  question: NameQuestion,
  { limit, most }: { readonly limit: number; readonly most: readonly number[] },
): Promise<NameHits> {
  const { pairs, further } = question;
  const single = pairs.length > 0 && pairs.every(({ a, b }) => a === b);
  const hits = single
    ? byWord(
        pairs.map(({ a }) => a),
        limit,
      )
    : byPair({ pairs, most, limit }, sieve(further));
  const rows = await many<HitRow>(
    ctx,
    sql`
      select w.newest, h.ord, ${SUMMARY}
      from (select max(id) as newest from citizens.name_word) w
        left join lateral (${hits}) h on true
        left join citizens.citizen c on c.id = h.citizen_id
      order by h.ord`,
  );
  return {
    newest: rows[0]?.newest ?? 0,
    rows: rows.filter((row): row is HitRow & { ord: number } => row.ord !== null),
  };
}

interface Descents {
  readonly pairs: NameQuestion["pairs"];
  readonly most: readonly number[];
  readonly limit: number;
}

function byPair({ pairs, most, limit }: Descents, sieved: Sql<unknown>): Sql<unknown> {
  const [a, b] = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)];
  return sql`
    select q.ord, k.citizen_id
    from unnest(${a}::int[], ${b}::int[], ${[...most]}::int[]) with ordinality q (a, b, most, ord)
      cross join lateral (
        select n.citizen_id from citizens.name_pair n ${sieved} and n.a = q.a and n.b = q.b limit q.most
      ) k
    limit ${limit}`;
}

function sieve(further: NameQuestion["further"]): Sql<unknown> {
  if (further.length === 0) return sql`where true`;
  const each = further.map((patterns) => sql`p.search_name like any (${[...patterns]}::text[])`);
  return sql`join citizens.citizen p on p.id = n.citizen_id where ${sql.join(each, sql` and `)}`;
}

/** One word only: each of its people stands in several pairs. */
function byWord(ids: readonly number[], limit: number): Sql<unknown> {
  return sql`
    select q.ord, k.citizen_id
    from unnest(${[...ids]}::int[]) with ordinality q (id, ord)
      cross join lateral (
        select distinct found.citizen_id from (
          (select citizen_id from citizens.name_pair where a = q.id limit ${limit * 6})
          union all
          (select citizen_id from citizens.name_pair where b = q.id limit ${limit * 6})
        ) found
        limit ${limit}
      ) k
    limit ${limit}`;
}
