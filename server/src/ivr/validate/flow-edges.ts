import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import type { ExitCost } from "../node-kind.ts";
import { nodeKinds } from "../nodes/registry.ts";

export type Edge = {
  readonly from: string;
  readonly exit: string;
  readonly to: string;
  readonly cost: ExitCost;
};

/** The edges that really lead somewhere; what leads nowhere is told by `check-exits.ts`. */
export function edgesOf(graph: FlowGraph): Edge[] {
  return Object.entries(graph.nodes).flatMap(([from, node]) =>
    nodeKinds
      .of(node)
      .exits(node)
      .flatMap(({ name, cost }) => {
        const to = node.exits[name];
        return to !== undefined && graph.nodes[to] !== undefined ? [{ from, exit: name, to, cost }] : [];
      }),
  );
}

/** Everything that can be come to from `starts` along `edges`, the starts included. */
export function reachable(starts: readonly string[], edges: readonly Edge[]): Set<string> {
  const next = new Map<string, string[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  const seen = new Set<string>();
  const toVisit = [...starts];
  for (let id = toVisit.pop(); id !== undefined; id = toVisit.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    toVisit.push(...(next.get(id) ?? []));
  }
  return seen;
}

/** The nodes of each circle along `edges`, each circle told once, by its smallest node id. */
export function circles(edges: readonly Edge[]): string[][] {
  const ids = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))].sort();
  const ahead = new Map(ids.map((id) => [id, reachable(targetsOf(id, edges), edges)]));
  const told = new Set<string>();
  const found: string[][] = [];
  for (const id of ids) {
    if (told.has(id) || !ahead.get(id)?.has(id)) continue;
    const circle = ids.filter((other) => ahead.get(id)?.has(other) && ahead.get(other)?.has(id));
    for (const member of circle) told.add(member);
    found.push(circle);
  }
  return found;
}

function targetsOf(id: string, edges: readonly Edge[]): string[] {
  return edges.filter((edge) => edge.from === id).map((edge) => edge.to);
}
