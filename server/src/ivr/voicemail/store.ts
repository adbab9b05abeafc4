import {
  actorId,
  type Context,
  type FileId,
  many,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
} from "../../platform/index.ts";

export interface VoicemailRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly interactionId: string;
  readonly queueId: string;
  readonly callerNumber: string | null;
  readonly fileId: FileId;
  readonly durationMs: number;
  readonly leftAt: Date;
  readonly handledAt: Date | null;
}

const MOST_LISTED = 500;

function selectVoicemails(where: Sql<unknown>): Sql<VoicemailRow> {
  return sql<VoicemailRow>`
    select id, tenant_id as "tenantId", interaction_id as "interactionId", queue_id as "queueId",
      caller_number as "callerNumber", file_id as "fileId", duration_ms as "durationMs", left_at as "leftAt",
      handled_at as "handledAt"
    from ivr.voicemail
    where ${where}
    order by left_at desc
    limit ${MOST_LISTED}`;
}

export async function readVoicemails(
  ctx: Context,
  { tenantId, waiting }: { tenantId: TenantId | undefined; waiting: boolean },
): Promise<VoicemailRow[]> {
  const ofTenant = tenantId ? sql`tenant_id = ${tenantId}` : sql`true`;
  return await many(ctx, selectVoicemails(waiting ? sql`${ofTenant} and handled_at is null` : ofTenant));
}

export async function readVoicemail(ctx: Context, id: string): Promise<VoicemailRow> {
  return await one(ctx, selectVoicemails(sql`id = ${id}`), `No voicemail ${id} here`);
}

export async function insertVoicemail(ctx: Context, message: VoicemailRow): Promise<void> {
  const { id, tenantId, interactionId, queueId, callerNumber, fileId, durationMs, leftAt } = message;
  await run(
    ctx,
    sql`
      insert into ivr.voicemail
        (id, tenant_id, interaction_id, queue_id, caller_number, file_id, duration_ms, left_at)
      values (${id}, ${tenantId}, ${interactionId}, ${queueId}, ${callerNumber}, ${fileId}, ${durationMs}, ${leftAt})`,
  );
}

export async function setHandled(ctx: Context, id: string): Promise<void> {
  await run(
    ctx,
    sql`
      update ivr.voicemail set handled_at = ${ctx.clock.now()}, handled_by = ${actorId(ctx.actor)}
      where id = ${id} and handled_at is null`,
  );
}
