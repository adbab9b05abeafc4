import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import type { Context } from "../../platform/index.ts";
import { readFlows } from "../flows/store.ts";
import { referencesOf } from "../validate/check-references.ts";
import type { PromptRow } from "./store.ts";

/** Names of the flows whose callers hear the prompt, or soon would. */
export async function flowsSaying(ctx: Context, { tenantId, key }: PromptRow): Promise<string[]> {
  const flows = await readFlows(ctx, tenantId);
  return flows
    .filter(
      ({ draft, publishedGraph }) =>
        says(draft, key) || (publishedGraph !== null && says(publishedGraph, key)),
    )
    .map((flow) => flow.name);
}

function says(graph: FlowGraph, key: string): boolean {
  return Object.values(graph.nodes)
    .flatMap(referencesOf)
    .some((reference) => reference.kind === "prompt" && reference.id === key);
}
