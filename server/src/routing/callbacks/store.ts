import type { CallbackRequest, CallbackState } from "@vera/contracts/routing";
import { type Context, many, maybe, one, run, sql } from "../../platform/index.ts";

export interface CallbackRow {
  readonly id: string;
  readonly tenantId: string;
  readonly queueId: string;
  readonly queueName: string;
  readonly interactionId: string;
  readonly fromInteractionId: string | null;
  readonly phone: string;
  readonly name: string | null;
  readonly citizenId: string | null;
  readonly state: CallbackState;
  readonly attempts: number;
  readonly requestedAt: Date;
  readonly notBefore: Date | null;
  readonly agentId: string | null;
}

const columns = sql`
  c.id, c.tenant_id as "tenantId", c.queue_id as "queueId", q.name as "queueName", c.interaction_id as "interactionId",
  c.from_interaction_id as "fromInteractionId", c.phone, c.name, c.citizen_id as "citizenId", c.state, c.attempts,
  c.requested_at as "requestedAt", c.not_before as "notBefore", c.agent_id as "agentId"`;
const joined = sql`routing.callback_request c join routing.queue q on q.id = c.queue_id`;

export async function readCallback(ctx: Context, callbackId: string): Promise<CallbackRow> {
  return await one(
    ctx,
    sql`select ${columns} from ${joined} where c.id = ${callbackId}`,
    `There is no callback request ${callbackId}`,
  );
}

/** The open request that a call left behind. */
export async function openCallbackFrom(
  ctx: Context,
  interactionId: string,
): Promise<CallbackRow | undefined> {
  return await maybe(
    ctx,
    sql`select ${columns} from ${joined} where c.from_interaction_id = ${interactionId} and c.ended_at is null`,
  );
}

export async function readCallbacks(
  ctx: Context,
  filter: { readonly state?: string | undefined; readonly agentId?: string | undefined },
): Promise<CallbackRow[]> {
  return await many(
    ctx,
    sql`
      select ${columns} from ${joined}
      where (${filter.state ?? null}::text is null or c.state = ${filter.state ?? null})
        and (${filter.agentId ?? null}::uuid is null or c.agent_id = ${filter.agentId ?? null})
        and (c.ended_at is null or c.ended_at > ${ctx.clock.now()}::timestamptz - interval '1 day')
      order by c.requested_at limit 500`,
  );
}

/** Requests that nobody waits for: written, and then the process ended before the router took them. */
export async function orphanedCallbacks(ctx: Context): Promise<CallbackRow[]> {
  return await many(
    ctx,
    sql`
      select ${columns} from ${joined}
      where c.ended_at is null
        and not exists (select from routing.waiting w where w.interaction_id = c.interaction_id)
        and not exists (select from routing.contact t where t.interaction_id = c.interaction_id)
      order by c.requested_at`,
  );
}

export async function insertCallback(
  ctx: Context,
  callback: Omit<CallbackRow, "queueName" | "state" | "attempts" | "agentId">,
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into routing.callback_request (id, tenant_id, queue_id, interaction_id, from_interaction_id, phone, name,
        citizen_id, state, requested_at, not_before)
      values (${callback.id}, ${callback.tenantId}, ${callback.queueId}, ${callback.interactionId},
        ${callback.fromInteractionId}, ${callback.phone}, ${callback.name}, ${callback.citizenId}, 'waiting',
        ${callback.requestedAt}, ${callback.notBefore})`,
  );
}

export async function setCallbackPhone(
  ctx: Context,
  { id, phone }: { id: string; phone: string },
): Promise<void> {
  await run(ctx, sql`update routing.callback_request set phone = ${phone} where id = ${id}`);
}

export async function setCallbackState(
  ctx: Context,
  change: {
    id: string;
    state: CallbackState;
    agentId?: string | null;
    notBefore?: Date;
    attempted?: boolean;
  },
): Promise<void> {
  const ended = ["done", "failed", "cancelled"].includes(change.state) ? ctx.clock.now() : null;
  await run(
    ctx,
    sql`
      update routing.callback_request set state = ${change.state}, agent_id = coalesce(${change.agentId ?? null}, agent_id),
        not_before = coalesce(${change.notBefore ?? null}, not_before),
        attempts = attempts + ${change.attempted ? 1 : 0}, ended_at = ${ended}
      where id = ${change.id} and ended_at is null`,
  );
}

/** Waits again, with the interaction of its next attempt. */
export async function moveCallback(
  ctx: Context,
  { id, interactionId, notBefore }: { id: string; interactionId: string; notBefore: Date },
): Promise<void> {
  await run(
    ctx,
    sql`
      update routing.callback_request
      set state = 'waiting', interaction_id = ${interactionId}, not_before = ${notBefore}
      where id = ${id} and ended_at is null`,
  );
}

export function callbackReply(row: CallbackRow): CallbackRequest {
  const { fromInteractionId: _, agentId: __, ...rest } = row;
  return {
    ...rest,
    requestedAt: row.requestedAt.toISOString(),
    notBefore: row.notBefore?.toISOString() ?? null,
  };
}
