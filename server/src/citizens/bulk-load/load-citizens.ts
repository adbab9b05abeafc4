import { inBulk } from "../../platform/index.ts";
import { type BulkCitizen, batchesOf, finish, isEmptyRegister, prepare, writeBatch } from "./store.ts";

export type { BulkCitizen } from "./store.ts";

const BATCH = 20_000;

export interface LoadOptions {
  readonly databaseUrl: string;
  readonly people: Iterable<BulkCitizen>;
  /** Called after each batch with the number loaded so far. */
  readonly onProgress?: (loaded: number) => void;
}

/**
 * Writes people by COPY, all in one transaction or none: for a first load of millions, and for synthetic registers. Documents
 * and names must be in the register's own form; nothing is checked against who is registered, so only into an empty register
 * or with people who cannot be in it. Indexes of an empty register are built after the rows.
 */
export async function loadCitizens({ databaseUrl, people, onProgress }: LoadOptions): Promise<number> {
  return await inBulk(databaseUrl, async (bulk) => {
    const prepared = await prepare(bulk, await isEmptyRegister(bulk));
    let loaded = 0;
    for (const batch of batchesOf(people, BATCH)) {
      await writeBatch(bulk, batch, prepared.names);
      loaded += batch.length;
      onProgress?.(loaded);
    }
    await finish(bulk, prepared);
    return loaded;
  });
}
