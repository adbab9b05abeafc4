import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { audit, type Context, DomainError, emit, type FlowId, type TenantId } from "../../platform/index.ts";
import { hasErrors, validateFlow } from "../validate/validate-flow.ts";
import { flowPublished } from "./events.ts";
import { knownThings, type QueueExists } from "./known-things.ts";
import { sortedGraph } from "./sorted-graph.ts";
import { type FlowRow, insertVersion, lockFlow, readVersion, setDraft, type VersionRow } from "./store.ts";

/** What publishing needs from around the flows. */
export interface Publishing {
  readonly queueExists: QueueExists;
  /** Voices all that a graph says, so that its first caller does not wait. Throws when the voice fails. */
  readonly voice: (ctx: Context, flow: { tenantId: TenantId; graph: FlowGraph }) => Promise<void>;
}

export async function problemsOf(
  ctx: Context,
  { tenantId, graph, queueExists }: { tenantId: TenantId; graph: FlowGraph; queueExists: QueueExists },
): Promise<FlowProblem[]> {
  return validateFlow(graph, await knownThings(ctx, { tenantId, graph, queueExists }));
}

/** The draft becomes what callers hear; calls that are in the version before stay in it. */
export async function publishFlow(
  ctx: Context,
  { flowId, note, publishing }: { flowId: FlowId; note: string | null; publishing: Publishing },
): Promise<VersionRow> {
  const flow = await lockFlow(ctx, flowId);
  return await publish(ctx, { flow, graph: flow.draft, note, rollbackOf: null, publishing });
}

/**
 * An old version is published again, as a new one, and becomes the draft too. It is validated anew: a queue of then may be gone.
 */
export async function rollbackFlow(
  ctx: Context,
  { flowId, version, publishing }: { flowId: FlowId; version: number; publishing: Publishing },
): Promise<VersionRow> {
  const flow = await lockFlow(ctx, flowId);
  const { graph } = await readVersion(ctx, { flowId, version });
  await setDraft(ctx, { flowId, graph });
  return await publish(ctx, { flow, graph, note: null, rollbackOf: version, publishing });
}

type Publication = {
  flow: FlowRow;
  graph: FlowGraph;
  note: string | null;
  rollbackOf: number | null;
  publishing: Publishing;
};

async function publish(ctx: Context, input: Publication): Promise<VersionRow> {
  const { flow, graph, note, rollbackOf, publishing } = input;
  const { tenantId } = flow;
  const problems = await problemsOf(ctx, { tenantId, graph, queueExists: publishing.queueExists });
  if (hasErrors(problems)) throw notPublishable(flow, problems);
  await publishing.voice(ctx, { tenantId, graph });
  const publishedBy = ctx.actor.kind === "anonymous" ? "anonymous" : ctx.actor.name;
  const version = await insertVersion(ctx, {
    flow,
    graph: sortedGraph(graph),
    note,
    publishedBy,
    rollbackOf,
  });
  await audit(ctx, {
    action: rollbackOf === null ? "flow.published" : "flow.rolled-back",
    tenantId,
    subject: { kind: "flow", id: flow.id },
    detail: { version: version.version, rollbackOf },
  });
  await emit(ctx, flowPublished, {
    tenantId,
    key: flow.id,
    data: { flowId: flow.id, version: version.version, rollbackOf },
  });
  return version;
}

function notPublishable(flow: FlowRow, problems: readonly FlowProblem[]): DomainError {
  const errors = problems.filter((one) => one.severity === "error");
  const first = errors[0]?.message ?? "";
  return new DomainError("conflict", `Flow ${flow.name} has ${errors.length} errors. ${first}`, {
    key: "flowHasErrors",
    params: { count: errors.length, first },
  });
}
