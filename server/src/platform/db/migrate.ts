import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { connectionOptions } from "./pool.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../migrations");
/** Any fixed number; all nodes of one installation wait on the same one. */
const LOCK = 7_461_001;

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Applies the migrations that this database has not had, in order, each in its own transaction. Safe to run from
 * several nodes at once (advisory lock). Throws where a file that ran was changed since. Returns the names applied.
 */
export async function migrate(url: string, directory = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(
      `create table if not exists public.migration
       (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
    );
    const { rows } = await client.query<Migration>("select name, sha256 from public.migration");
    const done = new Map(rows.map((row) => [row.name, row.sha256]));
    const applied: string[] = [];
    for (const migration of readMigrations(directory)) {
      if (isApplied(migration, done)) continue;
      await apply(client, migration);
      applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(directory, name), "utf8");
      return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
    });
}

function isApplied(migration: Migration, done: ReadonlyMap<string, string>): boolean {
  const sha256 = done.get(migration.name);
  if (sha256 === undefined) return false;
  if (sha256 === migration.sha256) return true;
  throw new Error(
    `Migration ${migration.name} was changed after it ran on this database. Put the file back and write a new one.`,
  );
}

async function apply(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into public.migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
