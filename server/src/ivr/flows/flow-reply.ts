import type { Flow, FlowDetail, FlowVersion } from "@vera/contracts/ivr";
import type { Context } from "../../platform/index.ts";
import type { QueueExists } from "./known-things.ts";
import { problemsOf } from "./publish-flow.ts";
import { sameGraph, sortedGraph } from "./sorted-graph.ts";
import type { FlowRow, VersionRow } from "./store.ts";

export function flowReply(flow: FlowRow): Flow {
  const { id, tenantId, name, publishedVersion, publishedAt, publishedGraph, draft, updatedAt } = flow;
  return {
    id,
    tenantId,
    name,
    publishedVersion,
    publishedAt: publishedAt?.toISOString() ?? null,
    draftChanged: publishedGraph === null || !sameGraph(publishedGraph, draft),
    updatedAt: updatedAt.toISOString(),
  };
}

export async function flowDetailReply(
  ctx: Context,
  flow: FlowRow,
  queueExists: QueueExists,
): Promise<FlowDetail> {
  const { tenantId, draft, revision } = flow;
  const problems = await problemsOf(ctx, { tenantId, graph: draft, queueExists });
  return { ...flowReply(flow), revision, draft: sortedGraph(draft), problems };
}

export function versionReply({
  version,
  note,
  publishedAt,
  publishedBy,
  rollbackOf,
}: VersionRow): FlowVersion {
  return { version, note, publishedAt: publishedAt.toISOString(), publishedBy, rollbackOf };
}
