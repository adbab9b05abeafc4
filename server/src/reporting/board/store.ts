import { type Context, many, sql } from "../../platform/index.ts";
import type { AgentStateFact } from "../facts/fact.ts";

/** Each agent's last state before an instant. */
export async function latestAgentStates(ctx: Context, before: Date): Promise<AgentStateFact[]> {
  const rows = await many<Omit<AgentStateFact, "at"> & { readonly at: Date }>(
    ctx,
    sql`select distinct on (agent_id) event_seq, agent_id, at, state, reason, activity
        from reporting.fact_agent_state where at < ${before} order by agent_id, at desc, event_seq desc`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
