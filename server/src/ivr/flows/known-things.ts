import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { type Context, DomainError, type FlowId, type TenantId } from "../../platform/index.ts";
import { openState } from "../../tenants/index.ts";
import { readPromptKeys } from "../prompts/store.ts";
import { type KnownThings, referencesOf } from "../validate/check-references.ts";
import { readPublished } from "./store.ts";

/** Told by the module that owns queues; joined by processes/. */
export type QueueExists = (ctx: Context, queue: { tenantId: TenantId; queueId: string }) => Promise<boolean>;

/** Of what a graph refers to, that which exists for its tenant. */
export async function knownThings(
  ctx: Context,
  { tenantId, graph, queueExists }: { tenantId: TenantId; graph: FlowGraph; queueExists: QueueExists },
): Promise<KnownThings> {
  const references = Object.values(graph.nodes).flatMap(referencesOf);
  const idsOf = (kind: string) => [
    ...new Set(references.filter((one) => one.kind === kind).map((one) => one.id)),
  ];
  const keep = async (ids: string[], exists: (id: string) => Promise<boolean>) => {
    const found = new Set<string>();
    for (const id of ids) if (await exists(id)) found.add(id);
    return found;
  };
  return {
    queues: await keep(idsOf("queue"), (queueId) => queueExists(ctx, { tenantId, queueId })),
    calendars: await keep(idsOf("calendar"), (calendarId) => calendarExists(ctx, calendarId)),
    flows: await keep(idsOf("flow"), async (id) => {
      return (await readPublished(ctx, { tenantId, flowId: id as FlowId })) !== undefined;
    }),
    prompts: new Set(await readPromptKeys(ctx, tenantId)),
  };
}

async function calendarExists(ctx: Context, calendarId: string): Promise<boolean> {
  try {
    await openState(ctx, { calendarId });
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not-found") return false;
    throw error;
  }
}
