import { type Sql, sql, uuids } from "../../platform/index.ts";
import type { Source } from "../kpis/kpi.ts";

export interface SourceInput {
  readonly from: Date;
  readonly to: Date;
  /** Starts of the intervals, ascending, the first at or before `from`. */
  readonly starts: readonly Date[];
  /** T and t₀ for all queues; null = each queue's own. */
  readonly answerWithinSeconds: number | null;
  readonly shortAbandonSeconds: number | null;
  /** {queueId: [T, t₀]} in seconds. */
  readonly queueThresholds: Readonly<Record<string, readonly [number, number]>>;
  /** Whose time the reader may see; null = everybody's. */
  readonly agentIds: readonly string[] | null;
  /** Until when running time counts. */
  readonly now: Date;
}

/**
 * The rows `f` that figures are sums over. Every source has: fact_id, at (what puts it in an interval),
 * interaction_id, tenant_id, queue_id, agent_id, trunk_id, route_id, outcome; and its own measures.
 */
export function rowsOf(source: Source, input: SourceInput): Sql<unknown> {
  switch (source) {
    case "visits":
      return visits(input);
    case "handled":
      return handled(input);
    case "offers":
      return offers(input);
    case "agent-time":
      return agentTime(input);
    case "seizures":
      return seizures(input);
    case "emergencies":
      return emergencies(input);
  }
}

// A stay belongs to the interval in which it began, whenever it ended.
function visits({
  from,
  to,
  answerWithinSeconds,
  shortAbandonSeconds,
  queueThresholds,
}: SourceInput): Sql<unknown> {
  const threshold = (index: number, chosen: number | null, otherwise: number) => sql`
    coalesce(${chosen}::int, (${JSON.stringify(queueThresholds)}::jsonb -> v.queue_id::text ->> ${index}::int)::int,
      ${otherwise}::int) * 1000`;
  return sql`
    select v.visit_id as fact_id, v.entered_at as at, v.interaction_id, v.tenant_id, v.queue_id, v.agent_id,
      null::uuid as trunk_id, null::uuid as route_id, v.outcome, v.direction, v.channel, v.wait_ms,
      exists (select from reporting.fact_emergency e where e.interaction_id = v.interaction_id) as emergency,
      ${threshold(0, answerWithinSeconds, 20)} as answer_within_ms,
      ${threshold(1, shortAbandonSeconds, 5)} as short_abandon_ms
    from reporting.fact_queue_visit v where v.entered_at >= ${from} and v.entered_at < ${to}`;
}

// One row per agent and contact, once the contact has ended; a wrap-up that still runs is added when it ends.
function handled({ from, to }: SourceInput): Sql<unknown> {
  return sql`
    select a.interaction_id as fact_id, a.answered_at as at, a.interaction_id, a.tenant_id, a.queue_id, a.agent_id,
      null::uuid as trunk_id, null::uuid as route_id, i.reason as outcome, a.direction, a.channel,
      coalesce(s.talk_ms, 0) as talk_ms, coalesce(s.hold_ms, 0) as hold_ms, coalesce(s.wrap_up_ms, 0) as wrap_up_ms
    from reporting.fact_answer a
    join reporting.fact_interaction i on i.interaction_id = a.interaction_id
    left join lateral (
      select sum(duration_ms) filter (where kind = 'talk') as talk_ms,
        sum(duration_ms) filter (where kind in ('hold', 'consult')) as hold_ms,
        sum(duration_ms) filter (where kind = 'wrap-up') as wrap_up_ms
      from reporting.fact_slice s
      where s.interaction_id = a.interaction_id and s.agent_id = a.agent_id
    ) s on true
    where a.answered_at >= ${from} and a.answered_at < ${to}`;
}

function offers({ from, to }: SourceInput): Sql<unknown> {
  return sql`
    select o.offer_id as fact_id, o.offered_at as at, o.interaction_id, o.tenant_id, o.queue_id, o.agent_id,
      null::uuid as trunk_id, null::uuid as route_id, o.outcome
    from reporting.fact_offer o where o.offered_at >= ${from} and o.offered_at < ${to}`;
}

// The time between an agent's row and their next one, cut at the interval borders: one row per piece.
// A day without a row before it starts with the agent's last row from before the period.
function agentTime({ from, to, starts, agentIds, now }: SourceInput): Sql<unknown> {
  const upTo = now < to ? now : to;
  const visible = agentIds === null ? sql`true` : sql`agent_id = any(${uuids(agentIds)})`;
  const borders = sql`${starts.map((start) => start.toISOString())}::timestamptz[]`;
  return sql`
    select p.agent_id as fact_id, p.started_at as at, null::uuid as interaction_id, null::uuid as tenant_id,
      null::uuid as queue_id, p.agent_id, null::uuid as trunk_id, null::uuid as route_id, p.activity as outcome,
      p.state, p.activity, extract(epoch from (p.ended_at - p.started_at)) * 1000 as span_ms
    from (
      select s.agent_id, s.state, s.activity, greatest(s.at, w.start, ${from}) as started_at,
        least(s.until, coalesce(w.next, ${upTo}), ${upTo}) as ended_at
      from (
        select agent_id, state, activity, at,
          lead(at, 1, ${upTo}::timestamptz) over (partition by agent_id order by at, event_seq) as until
        from reporting.fact_agent_state
        where ${visible} and at < ${upTo} and at >= coalesce((
          select max(b.at) from reporting.fact_agent_state b
          where b.agent_id = fact_agent_state.agent_id and b.at <= ${from}
        ), '-infinity')
      ) s
      join (
        select start, lead(start) over (order by start) as next from unnest(${borders}) as start
      ) w on w.start < s.until and coalesce(w.next, ${upTo}) > s.at
    ) p
    where p.ended_at > p.started_at`;
}

function seizures({ from, to }: SourceInput): Sql<unknown> {
  return sql`
    select s.seizure_id as fact_id, s.started_at as at, s.interaction_id, s.tenant_id, null::uuid as queue_id,
      null::uuid as agent_id, s.trunk_id, s.route_id, s.outcome, s.direction, s.connected_ms
    from reporting.fact_seizure s where s.started_at >= ${from} and s.started_at < ${to}`;
}

function emergencies({ from, to }: SourceInput): Sql<unknown> {
  return sql`
    select e.interaction_id as fact_id, e.at, e.interaction_id, e.tenant_id, null::uuid as queue_id,
      null::uuid as agent_id, null::uuid as trunk_id, null::uuid as route_id, e.service as outcome
    from reporting.fact_emergency e where e.at >= ${from} and e.at < ${to}`;
}
