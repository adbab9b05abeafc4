import type { Kysely } from "kysely";
import type { Platform } from "../../platform/index.ts";

/** A database connection kept for one purpose: what it locks is freed by the server at the moment it breaks. */
export interface HeldConnection {
  readonly db: Kysely<Record<string, never>>;
  release(): void;
}

export async function holdConnection(platform: Platform): Promise<HeldConnection> {
  return await new Promise((resolve, reject) => {
    platform.db
      .connection()
      .execute((db) => new Promise<void>((release) => resolve({ db, release })))
      .catch(reject);
  });
}

/** The connection or the server went away: worth the same statement again on a new connection. */
export function isConnectionLoss(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // SQLSTATE class 08 (connection), 57P (shutdown, crash); driver errors carry a name like ECONNRESET or EPIPE, or none.
  // Every SQLSTATE has five signs and a digit among them (SQL:2016 part 2, 24.1); EPIPE has none.
  return code.startsWith("08") || code.startsWith("57P") || !/^(?=.*[0-9])[0-9A-Z]{5}$/.test(code);
}
