import type { FlowGraph } from "@vera/contracts/ivr-nodes";

/** The same graph with its keys in order, so that two versions compare line by line and equal graphs are equal text. */
export function sortedGraph(graph: FlowGraph): FlowGraph {
  return sorted(graph) as FlowGraph;
}

export function sameGraph(one: FlowGraph, other: FlowGraph): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
