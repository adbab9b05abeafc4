import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../server/src/platform/index.ts";
import { createLogger } from "../../server/src/platform/log.ts";
import { createPlatform } from "../../server/src/platform/platform.ts";
import { openDatabase } from "../../server/src/processes/database.ts";
import { PROJECT_ROOT } from "../../server/src/processes/web-build.ts";
import { loadRegister } from "../../server/src/synthetic/index.ts";

export interface BenchRegister {
  readonly platform: Platform;
  readonly rows: number;
  readonly url: string;
  close(): Promise<void>;
}

const SEED = 1;
export const DUPLICATES = 0.04;

/** A register of so many people on an embedded PostgreSQL of its own; kept under .vera/bench for the next time. */
export async function openRegister(rows: number): Promise<BenchRegister> {
  const dataDir = join(PROJECT_ROOT, `.vera/bench/citizens-${rows}`);
  const done = join(dataDir, "loaded");
  if (!existsSync(done)) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const database = await openDatabase({ dataDir, url: undefined });
  if (!existsSync(done)) {
    note(`loading ${rows} people into ${dataDir} (once) ...`);
    await loadRegister(database.url, { count: rows, seed: SEED, duplicates: DUPLICATES });
    writeFileSync(done, "");
  }
  const platform = createPlatform({
    databaseUrl: database.url,
    maxConnections: 4,
    filesDir: join(dataDir, "files"),
    masterKeyPath: join(dataDir, "keys/master.key"),
    log: createLogger({ level: "fatal", showPii: false }),
  });
  return {
    platform,
    rows,
    url: database.url,
    close: async () => {
      await platform.close();
      await database.stop();
    },
  };
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
