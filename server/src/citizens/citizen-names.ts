import type { CitizenId, Context } from "../platform/index.ts";
import { displayName } from "./normalize-name.ts";
import { readNames } from "./store.ts";

/** How lists of other modules call the people they point at. */
export async function citizenNames(
  ctx: Context,
  citizenIds: readonly CitizenId[],
): Promise<ReadonlyMap<CitizenId, string>> {
  const rows = await readNames(ctx, citizenIds);
  return new Map(rows.map((row) => [row.id, displayName(row)]));
}
