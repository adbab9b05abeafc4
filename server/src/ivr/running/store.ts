import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { type Context, type FlowId, json, maybe, run, sql, type TenantId } from "../../platform/index.ts";
import type { FlowEnd } from "../node-kind.ts";
import type { FlowPosition } from "../run-flow.ts";

export interface RunRow extends FlowPosition {
  readonly flowId: FlowId;
  readonly graph: FlowGraph;
  readonly startedAt: Date;
}

/** Where a call was when its process went; undefined when it had not begun or has ended. */
export async function readLiveRun(ctx: Context, interactionId: string): Promise<RunRow | undefined> {
  return await maybe<RunRow>(
    ctx,
    sql`
      select r.flow_id as "flowId", r.version, r.node_id as "nodeId", r.memory, r.data, v.graph,
        r.started_at as "startedAt"
      from ivr.flow_run r
      join ivr.flow_version v on v.flow_id = r.flow_id and v.version = r.version
      where r.interaction_id = ${interactionId} and r.ended_at is null`,
  );
}

export async function putPosition(
  ctx: Context,
  {
    interactionId,
    tenantId,
    position,
  }: { interactionId: string; tenantId: TenantId; position: FlowPosition },
): Promise<void> {
  const { flowId, version, nodeId, memory, data } = position;
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      insert into ivr.flow_run
        (interaction_id, tenant_id, flow_id, version, node_id, memory, data, started_at, updated_at)
      values (${interactionId}, ${tenantId}, ${flowId}, ${version}, ${nodeId}, ${json(memory)}, ${json(data)}, ${now}, ${now})
      on conflict (interaction_id) do update set flow_id = excluded.flow_id, version = excluded.version,
        node_id = excluded.node_id, memory = excluded.memory, data = excluded.data, updated_at = excluded.updated_at`,
  );
}

/** What the citizen typed is not kept beyond the call. */
export async function endRun(
  ctx: Context,
  { interactionId, how }: { interactionId: string; how: FlowEnd },
): Promise<void> {
  await run(
    ctx,
    sql`
      update ivr.flow_run set ended_at = ${ctx.clock.now()}, ended_how = ${how}, data = '{}', memory = '{}'
      where interaction_id = ${interactionId} and ended_at is null`,
  );
}
