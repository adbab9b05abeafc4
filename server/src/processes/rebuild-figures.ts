import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Configuration } from "../platform/config.ts";
import { embeddedPostgresUrl } from "../platform/db/embedded-postgres.ts";
import { createLogger } from "../platform/log.ts";
import { createPlatform } from "../platform/platform.ts";
import { refillFacts } from "../reporting/index.ts";
import { Closers } from "./closers.ts";
import { DATABASE, openDatabase } from "./database.ts";
import { isLocked, lockDataDir } from "./instance-lock.ts";

export interface RebuildOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly configuration: Configuration;
  /** Facts of events from here on. */
  readonly since: Date;
}

/**
 * Makes the facts that figures are sums of again from the event log; returns how many were missing. Beside a running
 * program too: a fact has a natural key, whoever writes it first.
 */
export async function rebuildFigures(options: RebuildOptions): Promise<number> {
  const closers = new Closers();
  try {
    const platform = createPlatform({
      databaseUrl: await reachDatabase(options, closers),
      maxConnections: 2,
      filesDir: join(options.dataDir, "files"),
      masterKeyPath: options.configuration.masterKeyPath ?? join(options.dataDir, "keys/master.key"),
      log: createLogger({ level: "warn", showPii: options.configuration.logPii }),
    });
    closers.add(() => platform.close());
    return await refillFacts(platform, options.since);
  } finally {
    await closers.close();
  }
}

/** The one given, that of the program which runs on this folder, or the folder's own for as long as this takes. */
async function reachDatabase({ dataDir, databaseUrl }: RebuildOptions, closers: Closers): Promise<string> {
  if (databaseUrl !== undefined) return databaseUrl;
  const cluster = join(dataDir, "postgres");
  if (!existsSync(join(cluster, "PG_VERSION")))
    throw new Error(
      `There is no installation in ${dataDir}. Name its folder with --data, or its database with --database-url.`,
    );
  if (isLocked(dataDir)) return embeddedPostgresUrl(cluster, DATABASE);
  closers.add(lockDataDir(dataDir));
  const database = await openDatabase({ dataDir, url: undefined });
  closers.add(() => database.stop());
  return database.url;
}
