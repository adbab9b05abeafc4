import type { RecordingItem, RecordingMark, RecordingQuery } from "@vera/contracts/voice";
import {
  type Context,
  type FileId,
  type InteractionId,
  json,
  many,
  maybe,
  one,
  type QueueId,
  type RecordingId,
  run,
  type Sql,
  sql,
  type TenantId,
  type UserId,
  uuids,
} from "../../platform/index.ts";
import type { Call } from "../calls/call-record.ts";

export interface NewRecording {
  readonly id: RecordingId;
  readonly call: Pick<Call, "interactionId" | "tenantId" | "direction" | "peerNumber" | "ownNumber">;
  readonly rawPath: string;
  readonly startedAt: Date;
}

export async function insertRecording(
  ctx: Context,
  { id, call, rawPath, startedAt }: NewRecording,
): Promise<void> {
  const inbound = call.direction === "inbound";
  await run(
    ctx,
    sql`
      insert into voice.recording
        (id, tenant_id, interaction_id, kind, direction, status, raw_path, started_at, from_number, to_number)
      values
        (${id}, ${call.tenantId}, ${call.interactionId}, 'call', ${call.direction}, 'pending', ${rawPath}, ${startedAt},
         ${inbound ? call.peerNumber : call.ownNumber}, ${inbound ? call.ownNumber : call.peerNumber})`,
  );
}

/** The call is over: who talked, and the end of a pause that was never resumed. The id, where the call is recorded. */
export async function closeRecordingRow(
  ctx: Context,
  given: {
    interactionId: InteractionId;
    queueId: QueueId | null;
    talkers: ReadonlyMap<UserId, string | null>;
  },
): Promise<RecordingId | undefined> {
  const agents = [...given.talkers].map(([agentId, name]) => ({ agentId, name }));
  const row = await maybe<{ id: RecordingId }>(
    ctx,
    sql`
      update voice.recording set queue_id = ${given.queueId}, agents = ${json(agents)}
      where interaction_id = ${given.interactionId} and kind = 'call' and status = 'pending'
      returning id`,
  );
  return row?.id;
}

export interface PendingRecording {
  readonly id: RecordingId;
  readonly tenantId: TenantId;
  readonly interactionId: InteractionId;
  readonly status: RecordingItem["status"];
  readonly rawPath: string | null;
  readonly startedAt: Date;
}

export async function lockRecording(ctx: Context, id: RecordingId): Promise<PendingRecording | undefined> {
  return await maybe(
    ctx,
    sql`
      select id, tenant_id as "tenantId", interaction_id as "interactionId", status, raw_path as "rawPath",
        started_at as "startedAt"
      from voice.recording where id = ${id} for update`,
  );
}

export async function markReady(
  ctx: Context,
  given: { id: RecordingId; fileId: FileId; seconds: number; bytes: number; peaks: Buffer },
): Promise<void> {
  await run(
    ctx,
    sql`
      update voice.recording
      set status = 'ready', file_id = ${given.fileId}, seconds = ${given.seconds}, bytes = ${given.bytes},
        peaks = ${given.peaks}, raw_path = null,
        marks = coalesce((
          select jsonb_agg(case when mark->'toSeconds' = 'null'::jsonb
            then jsonb_set(mark, '{toSeconds}', to_jsonb(${given.seconds}::numeric)) else mark end)
          from jsonb_array_elements(marks) mark), '[]')
      where id = ${given.id}`,
  );
}

export async function markFailed(
  ctx: Context,
  { id, failure }: { id: RecordingId; failure: string },
): Promise<void> {
  await run(ctx, sql`update voice.recording set status = 'failed', failure = ${failure} where id = ${id}`);
}

export async function readMarks(
  ctx: Context,
  interactionId: InteractionId,
): Promise<{ id: RecordingId; startedAt: Date; marks: RecordingMark[] } | undefined> {
  return await maybe(
    ctx,
    sql`
      select id, started_at as "startedAt", marks from voice.recording
      where interaction_id = ${interactionId} and kind = 'call' and status = 'pending' for update`,
  );
}

export async function writeMarks(
  ctx: Context,
  { id, marks }: { id: RecordingId; marks: readonly RecordingMark[] },
): Promise<void> {
  await run(ctx, sql`update voice.recording set marks = ${json(marks)} where id = ${id}`);
}

/** Files that are still to be encrypted, or whose loss is not yet certain. */
export async function pendingPaths(ctx: Context): Promise<string[]> {
  const rows = await many<{ path: string }>(
    ctx,
    sql`select raw_path as path from voice.recording where raw_path is not null`,
  );
  return rows.map(({ path }) => path);
}

interface RecordingRow extends Omit<RecordingItem, "startedAt"> {
  readonly startedAt: Date;
}

const itemColumns = sql.raw(`
  id, tenant_id as "tenantId", interaction_id as "interactionId", direction, status, kind, started_at as "startedAt",
  seconds, bytes, from_number as "fromNumber", to_number as "toNumber", queue_id as "queueId", agents, marks`);

/** Newest first, one more than asked, so that the reader knows whether there are more. */
export async function listRecordings(
  ctx: Context,
  query: RecordingQuery & { limit: number },
): Promise<RecordingItem[]> {
  const filters = filtersOf(query);
  const rows = await many<RecordingRow>(
    ctx,
    sql`
      select ${itemColumns} from voice.recording
      where ${filters.length > 0 ? sql.join(filters, sql` and `) : sql`true`}
      order by started_at desc, id desc
      limit ${query.limit}`,
  );
  return rows.map(toItem);
}

/** Row-level security gives the tenants; these narrow them. */
function filtersOf(query: RecordingQuery): Sql<unknown>[] {
  const { tenantId, agentId, queueId, interactionId, kind, number, from, to, minSeconds, before } = query;
  const filters: (Sql<unknown> | false)[] = [
    tenantId !== undefined && sql`tenant_id = ${tenantId}::uuid`,
    agentId !== undefined && sql`agents @> ${json([{ agentId }])}`,
    queueId !== undefined && sql`queue_id = ${queueId}::uuid`,
    interactionId !== undefined && sql`interaction_id = ${interactionId}::uuid`,
    kind !== undefined && sql`kind = ${kind}`,
    number !== undefined && sql`strpos(concat_ws(' ', from_number, to_number), ${number}) > 0`,
    from !== undefined && sql`started_at >= ${from}::timestamptz`,
    to !== undefined && sql`started_at < ${to}::timestamptz`,
    minSeconds !== undefined && sql`seconds >= ${minSeconds}::numeric`,
    before !== undefined &&
      sql`(started_at, id) < (select b.started_at, b.id from voice.recording b where b.id = ${before}::uuid)`,
  ];
  return filters.filter((filter) => filter !== false);
}

export async function readRecording(
  ctx: Context,
  id: string,
): Promise<RecordingItem & { fileId: FileId | null }> {
  const row = await one<RecordingRow & { fileId: FileId | null }>(
    ctx,
    sql`select ${itemColumns}, file_id as "fileId" from voice.recording where id = ${id}`,
    "No such recording",
  );
  return { ...toItem(row), fileId: row.fileId };
}

export async function readPeaks(
  ctx: Context,
  id: string,
): Promise<{ seconds: number; peaks: Buffer } | undefined> {
  return await maybe(
    ctx,
    sql`select seconds, peaks from voice.recording where id = ${id} and peaks is not null`,
  );
}

function toItem({ startedAt, ...row }: RecordingRow): RecordingItem {
  return {
    ...row,
    seconds: row.seconds === null ? null : Number(row.seconds),
    startedAt: startedAt.toISOString(),
  };
}

export async function readRecordingTimes(
  ctx: Context,
  ids: readonly string[],
): Promise<{ id: string; startedAt: Date; durationMs: number | null }[]> {
  return await many(
    ctx,
    sql`
      select id, started_at as "startedAt", round(seconds * 1000)::int as "durationMs"
      from voice.recording where id = any(${uuids(ids)})`,
  );
}
