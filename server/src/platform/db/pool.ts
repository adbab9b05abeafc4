import { type Driver, Kysely, PostgresDialect, PostgresDriver } from "kysely";
import pg from "pg";
import type { NoSchema } from "./sql.ts";

const { Pool, types } = pg;

// bigint and numeric as numbers (Vera's counts stay under 2^53), dates as the text they are.
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1700, Number],
  [1082, String],
]);

export interface PoolOptions {
  readonly url: string;
  readonly maxConnections: number;
}

export function createPool({ url, maxConnections }: PoolOptions): pg.Pool {
  const pool = new Pool({
    ...connectionOptions(url),
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
    types: {
      getTypeParser: (oid: number, format?: string) =>
        parsers.get(oid) ?? types.getTypeParser(oid, (format ?? "text") as "text"),
    },
  });
  // Without a listener a broken idle connection ends the process; the pool replaces it by itself.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    // The same for one that is checked out between two statements (a restart of PostgreSQL); its next statement fails.
    client.on("error", () => undefined);
    nameStatements(client);
  });
  return pool;
}

/** `postgresql:///name?host=/socket/dir` is not understood by pg's own parser on every path; take it apart here. */
export function connectionOptions(url: string): pg.PoolConfig {
  const parsed = new URL(url);
  const socket = parsed.searchParams.get("host");
  if (!socket) return { connectionString: url };
  return {
    host: socket,
    port: Number(parsed.searchParams.get("port") ?? 5432),
    user: parsed.searchParams.get("user") ?? parsed.username,
    database: parsed.pathname.slice(1),
  };
}

export function createDatabase(pool: pg.Pool): Kysely<NoSchema> {
  return new Kysely<NoSchema>({ dialect: new ScopedDialect(pool) });
}

/** For inTransaction (context.ts), which alone opens transactions: it says BEGIN itself, in one message with whose rows it may see. */
class ScopedDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new ScopedDriver({ pool: this.#pool });
  }
}

class ScopedDriver extends PostgresDriver {
  override async beginTransaction(): Promise<void> {
    // The first statement begins it; a rollback without one is only a warning of the server.
  }
}

const names = new Map<string, string>();
const MAX_NAMES = 2_000;

/**
 * Server-side planning is half the cost of a small statement: each SQL text gets a name, so that a connection plans it once.
 * Texts whose number is unbounded (built lists) stop getting names after MAX_NAMES.
 */
function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) {
      return query(text, values, ...rest);
    }
    const name = names.get(text) ?? nextName(text);
    return query(name ? { name, text, values } : { text, values }, ...rest);
  };
  client.query = named as typeof client.query;
}

function nextName(text: string): string | undefined {
  if (names.size >= MAX_NAMES) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
