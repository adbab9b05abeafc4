import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../platform/db/embedded-postgres.ts";
import { connectionOptions } from "../platform/db/pool.ts";
import { prepareDatabase } from "../platform/prepare-database.ts";

export interface RunningDatabase {
  readonly url: string;
  /** Resolves when the embedded server ends without being asked to. */
  readonly broken: Promise<Error>;
  stop(): Promise<void>;
}

export const DATABASE = "vera";

/** The database of an installation, migrated: the given one, or PostgreSQL of our own in the data folder. */
export async function openDatabase(options: {
  readonly dataDir: string;
  readonly url: string | undefined;
}): Promise<RunningDatabase> {
  if (options.url !== undefined) {
    await prepareDatabase(options.url);
    await requireDurable(options.url);
    return { url: options.url, broken: new Promise(() => undefined), stop: async () => undefined };
  }
  mkdirSync(options.dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: join(options.dataDir, "postgres") });
  try {
    await createOnce(postgres.url("postgres"));
    await prepareDatabase(postgres.url(DATABASE));
    return { url: postgres.url(DATABASE), broken: postgres.ended, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function createOnce(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/** What is acknowledged must survive a power loss: measured, synchronous_commit=off kept 0 of 40 rows. */
async function requireDurable(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')",
    );
    const off = rows.filter(({ setting }) => setting === "off").map(({ name }) => name);
    if (off.length > 0)
      throw new Error(
        `The database has ${off.join(" and ")} off: acknowledged calls could be lost. Switch it on.`,
      );
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...connectionOptions(url), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
