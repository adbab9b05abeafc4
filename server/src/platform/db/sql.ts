import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { DomainError } from "../errors.ts";

/** Statements are written as plain SQL; Kysely binds the values and runs them. The schema type is therefore empty. */
export type NoSchema = Record<string, never>;
export type Database = Kysely<NoSchema>;
export type Db = Transaction<NoSchema>;
export type Sql<Row> = RawBuilder<Row>;
export { sql };

interface HasDb {
  readonly db: Database | Db;
}

export async function many<Row>(ctx: HasDb, statement: Sql<Row>): Promise<Row[]> {
  return (await statement.execute(ctx.db)).rows;
}

export async function maybe<Row>(ctx: HasDb, statement: Sql<Row>): Promise<Row | undefined> {
  return (await statement.execute(ctx.db)).rows[0];
}

/** The only row; DomainError "not-found" with `missing` as its message where there is none. */
export async function one<Row>(ctx: HasDb, statement: Sql<Row>, missing = "Not found"): Promise<Row> {
  const row = await maybe(ctx, statement);
  if (row === undefined) throw new DomainError("not-found", missing);
  return row;
}

/** How many rows the statement changed. */
export async function run(ctx: HasDb, statement: Sql<unknown>): Promise<number> {
  return Number((await statement.execute(ctx.db)).numAffectedRows ?? 0n);
}

/** A value for a jsonb column. */
export function json(value: unknown): Sql<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** A list as one bound array, for `= any(${uuids(ids)})`. */
export function uuids(values: readonly string[]): Sql<string[]> {
  return sql<string[]>`${`{${values.join(",")}}`}::uuid[]`;
}
