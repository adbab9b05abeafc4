import type { Context } from "../../platform/index.ts";
import { readRecordingTimes } from "./store.ts";

/** When each recording began and how long it lasts (null while it is being finished), for lists of other modules. */
export async function recordingLabels(
  ctx: Context,
  recordingIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly startedAt: Date; readonly durationMs: number | null }>> {
  const rows = await readRecordingTimes(ctx, recordingIds);
  return new Map(rows.map(({ id, startedAt, durationMs }) => [id, { startedAt, durationMs }]));
}
