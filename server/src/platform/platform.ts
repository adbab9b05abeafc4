import { type Clock, systemClock } from "./clock.ts";
import type { Platform } from "./context.ts";
import { createDatabase, createPool } from "./db/pool.ts";
import { Events } from "./events/events.ts";
import { Files } from "./files/files.ts";
import { createIds } from "./ids.ts";
import { Jobs } from "./jobs/jobs.ts";
import type { Logger } from "./log.ts";
import { Realtime } from "./realtime/realtime.ts";

export interface PlatformOptions {
  readonly databaseUrl: string;
  readonly maxConnections?: number;
  readonly filesDir: string;
  readonly masterKeyPath: string;
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Opens the database and what stands on it; the caller has migrated it. */
export function createPlatform(options: PlatformOptions): Platform {
  const pool = createPool({ url: options.databaseUrl, maxConnections: options.maxConnections ?? 20 });
  const clock = options.clock ?? systemClock;
  const events = new Events();
  const jobs = new Jobs(pool);
  const realtime = new Realtime();
  const platform: Platform = {
    db: createDatabase(pool),
    clock,
    ids: createIds(() => clock.now().getTime()),
    log: options.log,
    events,
    jobs,
    files: new Files({ directory: options.filesDir, masterKeyPath: options.masterKeyPath }),
    realtime,
    close: async () => {
      realtime.close();
      await events.close();
      await jobs.close();
      await platform.db.destroy();
    },
  };
  events.attach(platform);
  jobs.attach(platform);
  realtime.attach(platform);
  return platform;
}
