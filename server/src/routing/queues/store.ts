import type { WrapUpMode } from "@vera/contracts/routing";
import type {
  Overflow,
  Queue,
  QueueChange,
  RelaxStep,
  SkillRequirement,
} from "@vera/contracts/routing-admin";
import {
  type Context,
  json,
  many,
  one,
  type QueueId,
  run,
  sql,
  type TenantId,
  uuids,
} from "../../platform/index.ts";

export interface QueueRow {
  readonly id: QueueId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly active: boolean;
  readonly strategy: string;
  readonly priority: number;
  readonly ageingPerMinute: number;
  readonly relaxSteps: RelaxStep[];
  readonly maxWaiting: number | null;
  readonly maxWaitSeconds: number | null;
  readonly overflowQueueId: QueueId | null;
  readonly offerSeconds: number;
  readonly wrapUpMode: WrapUpMode;
  readonly wrapUpSeconds: number | null;
  readonly wrapUpExtensions: number;
  readonly serviceLevelSeconds: number;
  readonly shortAbandonSeconds: number;
  readonly callbacks: boolean;
  readonly calendarId: string | null;
  readonly requirements: SkillRequirement[];
}

const columns = sql`
  q.id, q.tenant_id as "tenantId", q.name, q.active, q.strategy, q.priority, q.ageing_per_minute as "ageingPerMinute",
  q.relax_steps as "relaxSteps", q.max_waiting as "maxWaiting", q.max_wait_seconds as "maxWaitSeconds",
  q.overflow_queue_id as "overflowQueueId", q.offer_seconds as "offerSeconds", q.wrap_up_mode as "wrapUpMode",
  q.wrap_up_seconds as "wrapUpSeconds", q.wrap_up_extensions as "wrapUpExtensions",
  q.service_level_seconds as "serviceLevelSeconds", q.short_abandon_seconds as "shortAbandonSeconds", q.callbacks,
  q.calendar_id as "calendarId",
  coalesce((
    select json_agg(json_build_object('skillId', r.skill_id, 'minimumLevel', r.minimum_level) order by r.skill_id)
    from routing.queue_requirement r where r.queue_id = q.id
  ), '[]') as requirements`;

export async function readQueues(ctx: Context): Promise<QueueRow[]> {
  return await many(ctx, sql`select ${columns} from routing.queue q order by q.name, q.id`);
}

export async function readQueue(ctx: Context, queueId: QueueId): Promise<QueueRow> {
  return await one(
    ctx,
    sql`select ${columns} from routing.queue q where q.id = ${queueId}`,
    `There is no queue ${queueId}`,
  );
}

export async function readQueueNames(
  ctx: Context,
  queueIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await many<{ id: string; name: string }>(
    ctx,
    sql`select id, name from routing.queue where id = any(${uuids(queueIds)})`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Inserts, or replaces every setting of a known one. */
export async function saveQueue(ctx: Context, queue: Queue): Promise<void> {
  const overflowQueueId = queue.overflow.kind === "queue" ? queue.overflow.queueId : null;
  await run(
    ctx,
    sql`
      insert into routing.queue (id, tenant_id, name, active, strategy, priority, ageing_per_minute, relax_steps,
        max_waiting, max_wait_seconds, overflow_queue_id, offer_seconds, wrap_up_mode, wrap_up_seconds,
        wrap_up_extensions, service_level_seconds, short_abandon_seconds, callbacks, calendar_id)
      values (${queue.id}, ${queue.tenantId}, ${queue.name}, ${queue.active}, ${queue.strategy}, ${queue.priority},
        ${queue.ageingPerMinute}, ${json(queue.relaxSteps)}, ${queue.maxWaiting}, ${queue.maxWaitSeconds},
        ${overflowQueueId}, ${queue.offerSeconds}, ${queue.wrapUp.mode}, ${queue.wrapUp.seconds},
        ${queue.wrapUp.extensions}, ${queue.serviceLevelSeconds}, ${queue.shortAbandonSeconds}, ${queue.callbacks},
        ${queue.calendarId})
      on conflict (id) do update set name = excluded.name, active = excluded.active, strategy = excluded.strategy,
        priority = excluded.priority, ageing_per_minute = excluded.ageing_per_minute,
        relax_steps = excluded.relax_steps, max_waiting = excluded.max_waiting,
        max_wait_seconds = excluded.max_wait_seconds, overflow_queue_id = excluded.overflow_queue_id,
        offer_seconds = excluded.offer_seconds, wrap_up_mode = excluded.wrap_up_mode,
        wrap_up_seconds = excluded.wrap_up_seconds, wrap_up_extensions = excluded.wrap_up_extensions,
        service_level_seconds = excluded.service_level_seconds, short_abandon_seconds = excluded.short_abandon_seconds,
        callbacks = excluded.callbacks, calendar_id = excluded.calendar_id`,
  );
  await run(ctx, sql`delete from routing.queue_requirement where queue_id = ${queue.id}`);
  for (const { skillId, minimumLevel } of queue.requirements) {
    await run(
      ctx,
      sql`
        insert into routing.queue_requirement (tenant_id, queue_id, skill_id, minimum_level)
        values (${queue.tenantId}, ${queue.id}, ${skillId}, ${minimumLevel})`,
    );
  }
}

export async function isQueueName(
  ctx: Context,
  { tenantId, name, exceptId }: { tenantId: string; name: string; exceptId: string },
): Promise<boolean> {
  const rows = await many(
    ctx,
    sql`
      select 1 from routing.queue
      where tenant_id = ${tenantId} and lower(name) = lower(${name}) and id <> ${exceptId}`,
  );
  return rows.length > 0;
}

export async function countWaiting(ctx: Context, queueId: string): Promise<number> {
  const { n } = await one<{ n: number }>(
    ctx,
    sql`select count(*) as n from routing.waiting where queue_id = ${queueId}`,
  );
  return n;
}

export function queueReply(row: QueueRow): Queue {
  const { overflowQueueId, wrapUpMode, wrapUpSeconds, wrapUpExtensions, ...rest } = row;
  const overflow: Overflow = overflowQueueId ? { kind: "queue", queueId: overflowQueueId } : { kind: "flow" };
  return {
    ...rest,
    overflow,
    wrapUp: { mode: wrapUpMode, seconds: wrapUpSeconds, extensions: wrapUpExtensions },
  };
}

/** `change` over `queue`; absent fields stay. */
export function changedQueue(queue: Queue, change: QueueChange): Queue {
  return { ...queue, ...change };
}
