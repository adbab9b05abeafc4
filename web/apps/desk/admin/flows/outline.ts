import type { NodeKindInfo } from "@vera/contracts/ivr";
import type { FlowGraph, FlowNode } from "@vera/contracts/ivr-nodes";
import { exitsOf, type NodeExit } from "./exit-names.ts";

export interface OutlineExit extends NodeExit {
  /** Where it leads; null while nowhere. */
  to: string | null;
  /** The node it leads to exists. */
  known: boolean;
}

export interface OutlineNode {
  id: string;
  node: FlowNode;
  /** Steps from the start by the shortest way; null where no caller can come. */
  depth: number | null;
  exits: OutlineExit[];
}

/** The nodes in the order in which a caller meets them, then those that nobody meets. */
export function outlineOf(graph: FlowGraph, kinds: readonly NodeKindInfo[]): OutlineNode[] {
  const depths = depthsOf(graph, kinds);
  const order = [...depths.keys(), ...Object.keys(graph.nodes).filter((id) => !depths.has(id))];
  return order.flatMap((id) => {
    const node = graph.nodes[id];
    if (!node) return [];
    const exits = exitsOf(node, kinds).map((exit) => {
      const to = node.exits[exit.name] ?? null;
      return { ...exit, to, known: to !== null && to in graph.nodes };
    });
    return [{ id, node, depth: depths.get(id) ?? null, exits }];
  });
}

/** Breadth first: the order of keys is the order of meeting; what only an error leads to comes after. */
function depthsOf(graph: FlowGraph, kinds: readonly NodeKindInfo[]): Map<string, number> {
  const depths = new Map<string, number>();
  walk(graph, kinds, depths, { id: graph.start, depth: 0 });
  if (graph.onError) walk(graph, kinds, depths, { id: graph.onError, depth: 1 });
  return depths;
}

interface Step {
  id: string;
  depth: number;
}

function walk(
  graph: FlowGraph,
  kinds: readonly NodeKindInfo[],
  depths: Map<string, number>,
  first: Step,
): void {
  const waiting: Step[] = [first];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { id, depth } = next;
    const node = graph.nodes[id];
    if (!node || depths.has(id)) continue;
    depths.set(id, depth);
    for (const { name } of exitsOf(node, kinds)) {
      const to = node.exits[name];
      if (to) waiting.push({ id: to, depth: depth + 1 });
    }
  }
}
