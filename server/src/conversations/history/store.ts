import type {
  Channel,
  Direction,
  InteractionState,
  QueueOutcome,
  SegmentKind,
} from "@vera/contracts/conversations";
import {
  type Context,
  type InteractionId,
  many,
  run,
  sql,
  type TenantId,
  type TenantScope,
  uuids,
} from "../../platform/index.ts";

export interface SegmentRow {
  readonly id: string;
  readonly kind: SegmentKind;
  readonly agentId: string | null;
  readonly queueId: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly queueOutcome: QueueOutcome | null;
}

export async function segmentsOf(ctx: Context, interactionId: string): Promise<SegmentRow[]> {
  return await many<SegmentRow>(
    ctx,
    sql`select id, kind, agent_id as "agentId", queue_id as "queueId", started_at as "startedAt",
          ended_at as "endedAt", queue_outcome as "queueOutcome"
        from conversations.segment where interaction_id = ${interactionId} order by started_at, seq`,
  );
}

export interface DispositionRow {
  readonly id: string;
  readonly agentId: string | null;
  readonly topicId: string;
  readonly outcomeCode: string;
  readonly outcomeName: string;
  readonly summary: string;
  readonly ticketId: string | null;
  readonly at: Date;
}

export async function dispositionsOf(ctx: Context, interactionId: string): Promise<DispositionRow[]> {
  return await many<DispositionRow>(
    ctx,
    sql`select d.id, d.agent_id as "agentId", d.topic_id as "topicId", d.outcome_code as "outcomeCode",
          o.name as "outcomeName", d.summary, d.ticket_id as "ticketId", d.at
        from conversations.disposition d
        join conversations.outcome_code o on o.tenant_id = d.tenant_id and o.code = d.outcome_code
        where d.interaction_id = ${interactionId} order by d.at, d.seq`,
  );
}

export interface NoteRow {
  readonly id: string;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly text: string;
  readonly at: Date;
}

export async function notesOf(ctx: Context, interactionId: string): Promise<NoteRow[]> {
  return await many<NoteRow>(
    ctx,
    sql`select id, author_id as "authorId", author_name as "authorName", text, at
        from conversations.note where interaction_id = ${interactionId} order by at, seq`,
  );
}

export async function insertNote(
  ctx: Context,
  row: NoteRow & { tenantId: TenantId; interactionId: InteractionId },
): Promise<void> {
  await run(
    ctx,
    sql`insert into conversations.note (id, tenant_id, interaction_id, author_id, author_name, text, at)
        values (${row.id}, ${row.tenantId}, ${row.interactionId}, ${row.authorId}, ${row.authorName}, ${row.text},
          ${row.at})`,
  );
}

export interface AttachmentRow {
  readonly interactionId: string;
  readonly kind: "ticket" | "recording";
  readonly attachedId: string;
}

export async function attachmentsOf(ctx: Context, interactionId: string): Promise<AttachmentRow[]> {
  return await many<AttachmentRow>(
    ctx,
    sql`select interaction_id as "interactionId", kind, attached_id as "attachedId"
        from conversations.attachment where interaction_id = ${interactionId} order by at, attached_id`,
  );
}

export interface TimelineRow {
  readonly interactionId: string;
  readonly conversationId: string;
  readonly tenantId: TenantId;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly at: Date;
  readonly state: InteractionState;
  readonly queueId: string | null;
  readonly agentId: string | null;
  readonly topicId: string | null;
  readonly outcomeName: string | null;
  readonly summary: string | null;
  readonly ticketId: string | null;
}

/** The citizen's interactions that the transaction may see, newest first, older than `before`. */
export async function timelineOf(
  ctx: Context,
  {
    citizenId,
    before,
    limit,
    tenants = "system",
  }: { citizenId: string; before: Date | null; limit: number; tenants?: TenantScope },
): Promise<TimelineRow[]> {
  return await many<TimelineRow>(
    ctx,
    sql`select i.id as "interactionId", i.conversation_id as "conversationId", i.tenant_id as "tenantId", i.channel,
          i.direction, i.started_at as at, i.state, i.queue_id as "queueId", i.agent_id as "agentId",
          i.topic_id as "topicId", o.name as "outcomeName", d.summary, i.ticket_id as "ticketId"
        from conversations.interaction i
        left join lateral (
          select summary, outcome_code, tenant_id from conversations.disposition
          where interaction_id = i.id order by at desc, seq desc limit 1
        ) d on true
        left join conversations.outcome_code o on o.tenant_id = d.tenant_id and o.code = d.outcome_code
        where i.citizen_id = ${citizenId} and (${before}::timestamptz is null or i.started_at < ${before})
          and (${tenants === "system"} or i.tenant_id = any(${uuids(tenants === "system" ? [] : tenants)}))
        order by i.started_at desc, i.id desc limit ${limit}`,
  );
}

/** How many the citizen has in all organisms: a number, nothing else, so that the reader knows there is more. */
export async function countEverywhere(ctx: Context, citizenId: string): Promise<number> {
  const [row] = await many<{ count: number }>(
    ctx,
    sql`select conversations.count_of_citizen(${citizenId}::uuid) as count`,
  );
  return row?.count ?? 0;
}

export async function countVisible(ctx: Context, citizenId: string): Promise<number> {
  const [row] = await many<{ count: number }>(
    ctx,
    sql`select count(*)::int as count from conversations.interaction where citizen_id = ${citizenId}`,
  );
  return row?.count ?? 0;
}

export interface OpenStay {
  readonly visitId: string;
  readonly interactionId: string;
  readonly tenantId: TenantId;
  readonly queueId: string;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly enteredAt: Date;
}

/** Everybody who waits in a queue now, the longest first. */
export async function waitingNow(ctx: Context): Promise<OpenStay[]> {
  return await many<OpenStay>(
    ctx,
    sql`select s.id as "visitId", s.interaction_id as "interactionId", s.tenant_id as "tenantId",
          s.queue_id as "queueId", i.channel, i.direction, s.started_at as "enteredAt"
        from conversations.segment s
        join conversations.interaction i on i.tenant_id = s.tenant_id and i.id = s.interaction_id
        where s.ended_at is null and s.kind = 'queue' order by s.started_at, s.seq`,
  );
}
