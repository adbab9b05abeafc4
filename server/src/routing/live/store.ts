import { type Context, many, maybe, run, sql, type TenantId } from "../../platform/index.ts";
import type { AgentRow, ContactRow, OfferRow, WaitingRow, WrapUpRow } from "../engine/rows.ts";
import type { Card } from "./card.ts";
import type { AgentScope } from "./load-settings.ts";

export type WithCard<Row> = Row & { readonly card: Card };

export interface LiveRows {
  readonly waiting: WithCard<WaitingRow>[];
  readonly offers: OfferRow[];
  readonly agents: (AgentRow & AgentScope)[];
  readonly contacts: WithCard<ContactRow>[];
  readonly wrapUps: WithCard<WrapUpRow>[];
}

/** Instants come as ms since the epoch, as the engine counts. */
const ms = (column: string) => sql`round(extract(epoch from ${sql.raw(column)}) * 1000)::float8`;

export async function readLiveRows(ctx: Context): Promise<LiveRows> {
  return {
    waiting: await readWaiting(ctx),
    offers: await readPendingOffers(ctx),
    agents: await readAgents(ctx),
    contacts: await readContacts(ctx),
    wrapUps: await readWrapUps(ctx),
  };
}

async function readWaiting(ctx: Context): Promise<WithCard<WaitingRow>[]> {
  return await many(
    ctx,
    sql`
      select interaction_id as "interactionId", tenant_id as "tenantId", queue_id as "queueId", channel, kind,
        callback_id as "callbackId", extra_priority as "extraPriority", skills, last_agent_id as "lastAgentId",
        ${ms("enqueued_at")} as "enqueuedAt", ${ms("queued_at")} as "queuedAt", seq, ${ms("not_before")} as "notBefore",
        status, excluded, card
      from routing.waiting`,
  );
}

async function readPendingOffers(ctx: Context): Promise<OfferRow[]> {
  return await many(
    ctx,
    sql`
      select offer_id as "offerId", interaction_id as "interactionId", tenant_id as "tenantId", queue_id as "queueId",
        agent_id as "agentId", ${ms("made_at")} as "madeAt", ${ms("expires_at")} as "expiresAt",
        idle_seq_before as "idleSeqBefore", idle_seq_given as "idleSeqGiven"
      from routing.offer where status = 'pending'`,
  );
}

async function readAgents(ctx: Context): Promise<(AgentRow & AgentScope)[]> {
  return await many<AgentRow & { tenantId: TenantId; tenants: TenantId[] | null }>(
    ctx,
    sql`
      select agent_id as "agentId", tenant_id as "tenantId", tenants, state, reason, ${ms("since")} as since,
        next_state as "nextState", next_reason as "nextReason", activity, ${ms("activity_since")} as "activitySince",
        present, ${ms("gone_at")} as "goneAt", idle_seq as "idleSeq"
      from routing.agent`,
  );
}

async function readContacts(ctx: Context): Promise<WithCard<ContactRow>[]> {
  return await many(
    ctx,
    sql`
      select agent_id as "agentId", interaction_id as "interactionId", tenant_id as "tenantId", queue_id as "queueId",
        channel, kind, callback_id as "callbackId", ${ms("since")} as since, offer_id as "offerId", connected, disposed, card
      from routing.contact`,
  );
}

async function readWrapUps(ctx: Context): Promise<WithCard<WrapUpRow>[]> {
  return await many(
    ctx,
    sql`
      select agent_id as "agentId", interaction_id as "interactionId", tenant_id as "tenantId", queue_id as "queueId",
        channel, mode, ${ms("started_at")} as "startedAt", ${ms("deadline_at")} as "deadlineAt",
        extensions_left as "extensionsLeft", overdue, disposed, card
      from routing.wrap_up`,
  );
}

export async function readLastAgent(
  ctx: Context,
  { tenantId, citizenId }: { tenantId: string; citizenId: string },
): Promise<string | null> {
  const row = await maybe<{ agentId: string }>(
    ctx,
    sql`
      select agent_id as "agentId" from routing.last_agent
      where tenant_id = ${tenantId} and citizen_id = ${citizenId}`,
  );
  return row?.agentId ?? null;
}

export async function saveLastAgent(
  ctx: Context,
  { tenantId, citizenId, agentId }: { tenantId: string; citizenId: string; agentId: string },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into routing.last_agent (tenant_id, citizen_id, agent_id, at)
      values (${tenantId}, ${citizenId}, ${agentId}, ${ctx.clock.now()})
      on conflict (tenant_id, citizen_id) do update set agent_id = excluded.agent_id, at = excluded.at`,
  );
}
