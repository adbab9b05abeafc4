import { migrate } from "./db/migrate.ts";
import { createPool } from "./db/pool.ts";
import { Jobs } from "./jobs/jobs.ts";

/** Migrations and the job tables. */
export async function prepareDatabase(url: string): Promise<string[]> {
  const applied = await migrate(url);
  const pool = createPool({ url, maxConnections: 2 });
  try {
    await Jobs.prepare(pool);
  } finally {
    await pool.end();
  }
  return applied;
}
