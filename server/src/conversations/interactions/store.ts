import type {
  Channel,
  Direction,
  EndReason,
  InteractionState,
  QueueOutcome,
  SegmentKind,
} from "@vera/contracts/conversations";
import {
  type CitizenId,
  type Context,
  type ConversationId,
  type InteractionId,
  many,
  maybe,
  one,
  type QueueId,
  run,
  type SegmentId,
  sql,
  type TenantId,
  type TopicId,
  type UserId,
} from "../../platform/index.ts";
import type { OpenSegment } from "./segment-lanes.ts";

export interface InteractionRecord {
  readonly id: InteractionId;
  readonly tenantId: TenantId;
  readonly conversationId: ConversationId;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly state: InteractionState;
  readonly entryPointId: string | null;
  readonly citizenId: CitizenId | null;
  readonly queueId: QueueId | null;
  readonly agentId: UserId | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly emergency: string | null;
  readonly waitMs: number;
  readonly talkMs: number;
  readonly holdMs: number;
}

const columns = sql`
  id, tenant_id as "tenantId", conversation_id as "conversationId", channel, direction, state,
  entry_point_id as "entryPointId", citizen_id as "citizenId", queue_id as "queueId", agent_id as "agentId",
  started_at as "startedAt", answered_at as "answeredAt", ended_at as "endedAt", emergency,
  wait_ms as "waitMs", talk_ms as "talkMs", hold_ms as "holdMs"`;

/** Takes the row's lock: every command on one interaction runs after the other. */
export async function lockInteraction(ctx: Context, id: InteractionId): Promise<InteractionRecord> {
  return await one<InteractionRecord>(
    ctx,
    sql`select ${columns} from conversations.interaction where id = ${id} for update`,
    `There is no interaction ${id}`,
  );
}

export async function findByExternalId(
  ctx: Context,
  { channel, externalId }: { channel: Channel; externalId: string },
): Promise<InteractionRecord | undefined> {
  return await maybe<InteractionRecord>(
    ctx,
    sql`select ${columns} from conversations.interaction where channel = ${channel} and external_id = ${externalId}`,
  );
}

export interface NewInteraction {
  readonly id: InteractionId;
  readonly tenantId: TenantId;
  readonly conversationId: ConversationId;
  readonly parentId: InteractionId | null;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly entryPointId: string | null;
  readonly externalId: string | null;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly citizenId: CitizenId | null;
  readonly startedAt: Date;
}

/**
 * The interaction, its conversation unless it joins one, and its first slice in one statement: a caller waits for it. False, and
 * nothing written, when the external id was opened before.
 */
export async function insertOpened(
  ctx: Context,
  {
    row,
    conversation,
    ivrSegmentId,
  }: {
    row: NewInteraction;
    conversation: { citizenId: CitizenId | null } | null;
    /** The citizen is led by a flow from the first moment; null: nothing has begun yet. */
    ivrSegmentId: SegmentId | null;
  },
): Promise<boolean> {
  const state: InteractionState = ivrSegmentId ? "in-flow" : "arrived";
  const { opened } = await one<{ opened: number }>(
    ctx,
    sql`
      with interaction as (
        insert into conversations.interaction (id, tenant_id, conversation_id, parent_id, channel, direction, state,
          entry_point_id, external_id, from_address, to_address, citizen_id, started_at)
        values (${row.id}, ${row.tenantId}, ${row.conversationId}, ${row.parentId}, ${row.channel}, ${row.direction},
          ${state}, ${row.entryPointId}, ${row.externalId}, ${row.fromAddress}, ${row.toAddress}, ${row.citizenId},
          ${row.startedAt})
        on conflict (channel, external_id) do nothing
        returning id, tenant_id, conversation_id, started_at
      ), conversation as (
        insert into conversations.conversation (id, tenant_id, citizen_id, opened_at)
        select conversation_id, tenant_id, ${conversation?.citizenId ?? null}::uuid, started_at
        from interaction where ${conversation !== null}
      ), segment as (
        insert into conversations.segment (id, tenant_id, interaction_id, kind, started_at)
        select ${ivrSegmentId}::uuid, tenant_id, id, 'ivr', started_at
        from interaction where ${ivrSegmentId !== null}
      )
      select count(*)::int as opened from interaction`,
  );
  return opened === 1;
}

export async function setState(
  ctx: Context,
  change: {
    id: InteractionId;
    state: InteractionState;
    queueId: QueueId | null;
    agentId: UserId | null;
    answeredAt: Date | null;
  },
): Promise<void> {
  await run(
    ctx,
    sql`update conversations.interaction
        set state = ${change.state}, queue_id = coalesce(${change.queueId}, queue_id),
          agent_id = coalesce(${change.agentId}, agent_id), answered_at = coalesce(answered_at, ${change.answeredAt})
        where id = ${change.id}`,
  );
}

export async function setEnded(
  ctx: Context,
  { id, endedAt, reason }: { id: InteractionId; endedAt: Date; reason: EndReason },
): Promise<void> {
  await run(
    ctx,
    sql`update conversations.interaction set state = 'ended', ended_at = ${endedAt}, end_reason = ${reason}
        where id = ${id}`,
  );
}

export async function addDurations(
  ctx: Context,
  {
    id,
    waitMs,
    talkMs,
    holdMs,
    wrapUpMs,
  }: Record<"waitMs" | "talkMs" | "holdMs" | "wrapUpMs", number> & {
    id: InteractionId;
  },
): Promise<void> {
  await run(
    ctx,
    sql`update conversations.interaction
        set wait_ms = wait_ms + ${waitMs}, talk_ms = talk_ms + ${talkMs}, hold_ms = hold_ms + ${holdMs},
          wrap_up_ms = wrap_up_ms + ${wrapUpMs}
        where id = ${id}`,
  );
}

export async function openSegments(ctx: Context, interactionId: InteractionId): Promise<OpenSegment[]> {
  return await many<OpenSegment>(
    ctx,
    sql`select id, kind, agent_id as "agentId", queue_id as "queueId", started_at as "startedAt"
        from conversations.segment where interaction_id = ${interactionId} and ended_at is null
        order by started_at, seq`,
  );
}

export interface AgentPast {
  /** The queue of the agent's latest segment in this interaction. */
  readonly queueId: QueueId | null;
  /** Whether the agent ever talked in it. */
  readonly talked: boolean;
}

export async function agentPast(
  ctx: Context,
  { interactionId, agentId }: { interactionId: InteractionId; agentId: UserId },
): Promise<AgentPast> {
  const row = await maybe<AgentPast>(
    ctx,
    sql`select (array_agg(queue_id order by started_at desc, seq desc))[1] as "queueId",
          coalesce(bool_or(kind = 'talk'), false) as talked
        from conversations.segment where interaction_id = ${interactionId} and agent_id = ${agentId}`,
  );
  return row ?? { queueId: null, talked: false };
}

export async function insertSegment(
  ctx: Context,
  row: OpenSegment & { tenantId: TenantId; interactionId: InteractionId },
): Promise<void> {
  await run(
    ctx,
    sql`insert into conversations.segment (id, tenant_id, interaction_id, kind, agent_id, queue_id, started_at)
        values (${row.id}, ${row.tenantId}, ${row.interactionId}, ${row.kind satisfies SegmentKind}, ${row.agentId},
          ${row.queueId}, ${row.startedAt})`,
  );
}

export async function closeSegment(
  ctx: Context,
  { id, endedAt, queueOutcome }: { id: SegmentId; endedAt: Date; queueOutcome: QueueOutcome | null },
): Promise<void> {
  await run(
    ctx,
    sql`update conversations.segment set ended_at = ${endedAt}, queue_outcome = ${queueOutcome} where id = ${id}`,
  );
}

export async function setCitizen(
  ctx: Context,
  { interaction, citizenId }: { interaction: InteractionRecord; citizenId: CitizenId | null },
): Promise<void> {
  await run(
    ctx,
    sql`update conversations.interaction set citizen_id = ${citizenId} where id = ${interaction.id}`,
  );
  await run(
    ctx,
    sql`update conversations.conversation set citizen_id = ${citizenId} where id = ${interaction.conversationId}`,
  );
}

export async function setEmergency(
  ctx: Context,
  { id, service }: { id: InteractionId; service: string },
): Promise<void> {
  await run(ctx, sql`update conversations.interaction set emergency = ${service} where id = ${id}`);
}

export async function setResult(
  ctx: Context,
  row: { id: InteractionId; topicId: TopicId; outcomeCode: string; ticketId: string | null },
): Promise<void> {
  await run(
    ctx,
    sql`update conversations.interaction set topic_id = ${row.topicId}, outcome_code = ${row.outcomeCode},
          ticket_id = coalesce(${row.ticketId}, ticket_id) where id = ${row.id}`,
  );
}

/** False when it was attached before. */
export async function insertAttachment(
  ctx: Context,
  row: { interaction: InteractionRecord; kind: "ticket" | "recording"; attachedId: string; at: Date },
): Promise<boolean> {
  const added = await run(
    ctx,
    sql`insert into conversations.attachment (tenant_id, interaction_id, kind, attached_id, at)
        values (${row.interaction.tenantId}, ${row.interaction.id}, ${row.kind}, ${row.attachedId}, ${row.at})
        on conflict do nothing`,
  );
  if (added === 1 && row.kind === "ticket") {
    await run(
      ctx,
      sql`update conversations.interaction set ticket_id = ${row.attachedId} where id = ${row.interaction.id}`,
    );
  }
  return added === 1;
}
