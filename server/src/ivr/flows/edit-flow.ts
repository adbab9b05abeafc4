import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import {
  audit,
  type Context,
  DomainError,
  type FlowId,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { sameGraph, sortedGraph } from "./sorted-graph.ts";
import { type FlowRow, insertFlow, lockFlow, nameIsTaken, readFlow, setDraft, setName } from "./store.ts";

/** What a new flow says until somebody designs it. */
const FIRST_GRAPH: FlowGraph = {
  start: "welcome",
  nodes: {
    welcome: {
      type: "recording-notice",
      say: [{ text: "Bienvenido. Esta llamada puede ser grabada." }],
      exits: { next: "goodbye" },
    },
    goodbye: { type: "hangup", say: [{ text: "Gracias por comunicarte." }], exits: {} },
  },
};

export async function createFlow(
  ctx: Context,
  {
    tenantId,
    name,
    graph = FIRST_GRAPH,
  }: { tenantId: TenantId; name: string; graph?: FlowGraph | undefined },
): Promise<FlowRow> {
  inScope(ctx, tenantId);
  const id = ctx.ids.uuid<FlowId>();
  if (!(await insertFlow(ctx, { id, tenantId, name, draft: graph }))) throw nameTaken(name);
  await audit(ctx, { action: "flow.created", tenantId, subject: { kind: "flow", id } });
  return await readFlow(ctx, id);
}

export async function renameFlow(
  ctx: Context,
  { flowId, name }: { flowId: FlowId; name: string },
): Promise<FlowRow> {
  const flow = await lockFlow(ctx, flowId);
  if (await nameIsTaken(ctx, { tenantId: flow.tenantId, name, except: flowId })) throw nameTaken(name);
  await setName(ctx, { flowId, name });
  await audit(ctx, {
    action: "flow.renamed",
    tenantId: flow.tenantId,
    subject: { kind: "flow", id: flowId },
    detail: { from: flow.name, to: name },
  });
  return await readFlow(ctx, flowId);
}

/** Keeps what is being designed, problems and all. Refused when somebody else saved since `revision` was read. */
export async function saveDraft(
  ctx: Context,
  { flowId, revision, graph }: { flowId: FlowId; revision: number; graph: FlowGraph },
): Promise<FlowRow> {
  const flow = await lockFlow(ctx, flowId);
  if (flow.revision !== revision) {
    throw new DomainError("conflict", `Flow ${flow.name} was changed by somebody else; load it again`, {
      key: "flowChangedMeanwhile",
    });
  }
  if (sameGraph(flow.draft, graph)) return flow;
  await setDraft(ctx, { flowId, graph: sortedGraph(graph) });
  await audit(ctx, {
    action: "flow.edited",
    tenantId: flow.tenantId,
    subject: { kind: "flow", id: flowId },
    detail: { revision: revision + 1 },
  });
  return await readFlow(ctx, flowId);
}

function nameTaken(name: string): DomainError {
  return new DomainError("conflict", `There is a flow called "${name}" already; choose another name`, {
    key: "flowNameTaken",
    params: { name },
  });
}
