import type { CallDirection } from "@vera/contracts/voice";
import {
  type Context,
  type InteractionId,
  json,
  many,
  maybe,
  type RecordingId,
  run,
  sql,
  type TenantId,
  type UserId,
} from "../../platform/index.ts";

export interface CallRow {
  readonly interactionId: InteractionId;
  readonly tenantId: TenantId;
  readonly direction: CallDirection;
  readonly entryPointId: string | null;
  readonly citizenChannelId: string | null;
  readonly peerNumber: string | null;
  readonly ownNumber: string;
  readonly startedAt: Date;
}

/** The call and its recording come into being together, in one statement. `rawPath` null: not recorded. */
export async function insertCall(
  ctx: Context,
  { call, recording }: { call: CallRow; recording: { id: RecordingId; rawPath: string } | null },
): Promise<void> {
  const inbound = call.direction === "inbound";
  await run(
    ctx,
    sql`
      with made as (
        insert into voice.call
          (interaction_id, tenant_id, direction, entry_point_id, citizen_channel_id, peer_number, own_number, started_at)
        values
          (${call.interactionId}, ${call.tenantId}, ${call.direction}, ${call.entryPointId},
           ${call.citizenChannelId}, ${call.peerNumber}, ${call.ownNumber}, ${call.startedAt})
        returning interaction_id, tenant_id, direction, started_at
      )
      insert into voice.recording
        (id, tenant_id, interaction_id, kind, direction, status, raw_path, started_at, from_number, to_number)
      select ${recording?.id ?? null}::uuid, tenant_id, interaction_id, 'call', direction, 'pending',
        ${recording?.rawPath ?? null}::text, started_at,
        ${inbound ? call.peerNumber : call.ownNumber}, ${inbound ? call.ownNumber : call.peerNumber}
      from made where ${recording !== null}`,
  );
}

export async function saveLive(
  ctx: Context,
  { interactionId, live }: { interactionId: InteractionId; live: object },
): Promise<void> {
  await run(
    ctx,
    sql`update voice.call set live = ${json(live)} where interaction_id = ${interactionId} and ended_at is null`,
  );
}

export async function markEnded(
  ctx: Context,
  { interactionId, at }: { interactionId: InteractionId; at: Date },
): Promise<void> {
  await run(
    ctx,
    sql`
      update voice.call set ended_at = ${at}, live = null
      where interaction_id = ${interactionId} and ended_at is null`,
  );
}

export async function liveCalls(ctx: Context): Promise<(CallRow & { live: unknown })[]> {
  return await many(
    ctx,
    sql`
      select interaction_id as "interactionId", tenant_id as "tenantId", direction, entry_point_id as "entryPointId",
        citizen_channel_id as "citizenChannelId", peer_number as "peerNumber", own_number as "ownNumber",
        started_at as "startedAt", live
      from voice.call where ended_at is null order by started_at`,
  );
}

/** Of these channels those whose call was written down, whether it is over or not. */
export async function writtenChannels(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await many<{ id: string }>(
    ctx,
    sql`select citizen_channel_id as id from voice.call where citizen_channel_id = any(${ids}::text[])`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Nobody sends a request again after a day. */
const REMEMBERED_MS = 86_400_000;

/** The interaction of an earlier request with this id by the same person, if there was one; else it is remembered. */
export async function rememberRequest(
  ctx: Context,
  { requestId, userId, interactionId }: { requestId: string; userId: UserId; interactionId: InteractionId },
): Promise<{ repeated: boolean; interactionId: InteractionId }> {
  const now = ctx.clock.now();
  const forgotten = new Date(now.getTime() - REMEMBERED_MS);
  await run(ctx, sql`delete from voice.request where at < ${forgotten}`);
  const inserted = await run(
    ctx,
    sql`
      insert into voice.request (request_id, user_id, interaction_id, at)
      values (${requestId}, ${userId}, ${interactionId}, ${now})
      on conflict (request_id) do nothing`,
  );
  if (inserted > 0) return { repeated: false, interactionId };
  const known = await maybe<{ interactionId: InteractionId }>(
    ctx,
    sql`
      select interaction_id as "interactionId" from voice.request
      where request_id = ${requestId} and user_id = ${userId}`,
  );
  return { repeated: true, interactionId: known?.interactionId ?? interactionId };
}
