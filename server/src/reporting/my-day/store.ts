import { type Context, many, maybe, sql } from "../../platform/index.ts";

export interface StateSpan {
  readonly state: string;
  readonly reason: string | null;
  readonly activity: string;
  readonly startedAt: Date;
  /** Null = still so. */
  readonly endedAt: Date | null;
}

/** The agent's states since an instant; the one before it begins there. */
export async function stateSpans(
  ctx: Context,
  { agentId, since }: { agentId: string; since: Date },
): Promise<StateSpan[]> {
  return await many<StateSpan>(
    ctx,
    sql`select state, reason, activity, greatest(at, ${since}) as "startedAt",
          lead(at) over (order by at, event_seq) as "endedAt"
        from reporting.fact_agent_state
        where agent_id = ${agentId} and at >= coalesce((
          select max(at) from reporting.fact_agent_state where agent_id = ${agentId} and at <= ${since}
        ), ${since})
        order by at, event_seq`,
  );
}

export interface Handled {
  readonly handled: number;
  readonly talkMs: number;
  readonly handleMs: number;
}

/** Contacts that the agent answered since then and that ended. */
export async function handledSince(
  ctx: Context,
  { agentId, since }: { agentId: string; since: Date },
): Promise<Handled> {
  const row = await maybe<Handled>(
    ctx,
    sql`select count(distinct a.interaction_id)::int as handled,
          coalesce(sum(s.duration_ms) filter (where s.kind = 'talk'), 0)::float8 as "talkMs",
          coalesce(sum(s.duration_ms), 0)::float8 as "handleMs"
        from reporting.fact_answer a
        join reporting.fact_interaction i on i.interaction_id = a.interaction_id
        left join reporting.fact_slice s on s.interaction_id = a.interaction_id and s.agent_id = a.agent_id
        where a.agent_id = ${agentId} and a.answered_at >= ${since}`,
  );
  return row ?? { handled: 0, talkMs: 0, handleMs: 0 };
}
