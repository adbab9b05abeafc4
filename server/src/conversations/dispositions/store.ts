import type { OutcomeCode, OutcomeCodeChange, OutcomeKind } from "@vera/contracts/conversations";
import {
  type Context,
  type InteractionId,
  many,
  maybe,
  one,
  run,
  sql,
  type TenantId,
  type TicketId,
  type TopicId,
  type UserId,
} from "../../platform/index.ts";

const columns = sql`id, tenant_id as "tenantId", code, name, kind, requires_summary as "requiresSummary", active, position`;

export async function outcomeCodesOf(ctx: Context, tenantId: TenantId): Promise<OutcomeCode[]> {
  return await many<OutcomeCode>(
    ctx,
    sql`select ${columns} from conversations.outcome_code where tenant_id = ${tenantId} order by position, name`,
  );
}

/** False when the tenant has that code already. */
export async function insertOutcomeCode(ctx: Context, row: OutcomeCode): Promise<boolean> {
  const added = await run(
    ctx,
    sql`insert into conversations.outcome_code (id, tenant_id, code, name, kind, requires_summary, active, position)
        values (${row.id}, ${row.tenantId}, ${row.code}, ${row.name}, ${row.kind satisfies OutcomeKind},
          ${row.requiresSummary}, ${row.active}, ${row.position})
        on conflict (tenant_id, code) do nothing`,
  );
  return added === 1;
}

export async function updateOutcomeCode(
  ctx: Context,
  { id, change }: { id: string; change: OutcomeCodeChange },
): Promise<OutcomeCode> {
  return await one<OutcomeCode>(
    ctx,
    sql`update conversations.outcome_code
        set name = coalesce(${change.name ?? null}, name), kind = coalesce(${change.kind ?? null}, kind),
          requires_summary = coalesce(${change.requiresSummary ?? null}, requires_summary),
          active = coalesce(${change.active ?? null}, active), position = coalesce(${change.position ?? null}, position)
        where id = ${id}
        returning ${columns}`,
    "There is no such outcome code",
  );
}

export interface DispositionRecord {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly interactionId: InteractionId;
  readonly agentId: UserId | null;
  readonly topicId: TopicId;
  readonly outcomeCode: string;
  readonly outcomeName: string;
  readonly summary: string;
  readonly ticketId: TicketId | null;
  readonly at: Date;
}

export async function latestDisposition(
  ctx: Context,
  interactionId: InteractionId,
): Promise<DispositionRecord | undefined> {
  return await maybe<DispositionRecord>(
    ctx,
    sql`select d.id, d.tenant_id as "tenantId", d.interaction_id as "interactionId", d.agent_id as "agentId",
          d.topic_id as "topicId", d.outcome_code as "outcomeCode", o.name as "outcomeName", d.summary,
          d.ticket_id as "ticketId", d.at
        from conversations.disposition d
        join conversations.outcome_code o on o.tenant_id = d.tenant_id and o.code = d.outcome_code
        where d.interaction_id = ${interactionId} order by d.at desc, d.seq desc limit 1`,
  );
}

export async function insertDisposition(ctx: Context, row: DispositionRecord): Promise<void> {
  await run(
    ctx,
    sql`insert into conversations.disposition (id, tenant_id, interaction_id, agent_id, topic_id, outcome_code, summary,
          ticket_id, at)
        values (${row.id}, ${row.tenantId}, ${row.interactionId}, ${row.agentId}, ${row.topicId}, ${row.outcomeCode},
          ${row.summary}, ${row.ticketId}, ${row.at})`,
  );
}

export async function tookPart(
  ctx: Context,
  { interactionId, agentId }: { interactionId: InteractionId; agentId: string },
): Promise<boolean> {
  const row = await maybe<{ found: number }>(
    ctx,
    sql`select 1 as found from conversations.segment
        where interaction_id = ${interactionId} and agent_id = ${agentId} and kind <> 'offer' limit 1`,
  );
  return row !== undefined;
}
