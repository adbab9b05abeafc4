import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const CACHE = join(import.meta.dirname, "../../../../.cache/test-clusters");
const MIGRATIONS = join(import.meta.dirname, "../../../migrations");
/** What else decides what a cluster is. */
const MADE_BY = [
  "../../../../package-lock.json",
  "../prepare-database.ts",
  "../db/migrate.ts",
  "../db/embedded-postgres.ts",
  "../jobs/jobs.ts",
];

/**
 * A stopped cluster with the migrated template, kept between test processes: making one takes seconds, a copy a tenth of
 * one. Made anew when a migration, a package or what makes it changes.
 */
export function copyPreparedCluster(dataDir: string): boolean {
  const kept = join(CACHE, clusterKey());
  return existsSync(kept) && copy(kept, dataDir);
}

/** Keeps a cluster that was stopped cleanly. Of several processes that do so at once one wins, and none is harmed. */
export function keepPreparedCluster(dataDir: string): void {
  const key = clusterKey();
  const part = join(CACHE, `${key}.${process.pid}`);
  mkdirSync(CACHE, { recursive: true });
  if (!copy(dataDir, part)) return;
  try {
    renameSync(part, join(CACHE, key));
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
  for (const other of readdirSync(CACHE)) {
    if (!other.startsWith(key)) rmSync(join(CACHE, other), { recursive: true, force: true });
  }
}

function copy(from: string, to: string): boolean {
  const { status } = spawnSync("cp", ["-a", "--reflink=auto", from, to], { stdio: "ignore" });
  if (status !== 0) rmSync(to, { recursive: true, force: true });
  return status === 0;
}

function clusterKey(): string {
  const hash = createHash("sha256");
  for (const path of MADE_BY) hash.update(readFileSync(join(import.meta.dirname, path)));
  for (const name of readdirSync(MIGRATIONS).sort())
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  return hash.digest("hex").slice(0, 32);
}
