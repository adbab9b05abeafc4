import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph, NodeType } from "@vera/contracts/ivr-nodes";
import { circles, type Edge, edgesOf, reachable } from "./flow-edges.ts";
import { problem, warning } from "./problem.ts";

/** Where a call can end, or go on in other hands. */
const ENDS: readonly NodeType[] = ["hangup", "go-to-flow", "queue", "transfer", "emergency"];

/** Nodes that nobody comes to, circles, nodes without a way out, queues entered without the recording notice. */
export function checkPaths(graph: FlowGraph): FlowProblem[] {
  const edges = edgesOf(graph);
  const starts = [graph.start, graph.onError].filter(
    (id) => id !== undefined && graph.nodes[id] !== undefined,
  );
  const seen = reachable(starts as string[], edges);
  return [
    ...Object.keys(graph.nodes)
      .filter((id) => !seen.has(id))
      .map((id) => warning("unreachable", id, "No caller can come here; connect it or remove it")),
    ...checkCircles(edges),
    ...checkWayOut(graph, edges, seen),
    ...checkNotice(graph, edges),
  ];
}

function checkCircles(edges: readonly Edge[]): FlowProblem[] {
  const free = circles(edges.filter((edge) => edge.cost === "nothing"));
  const unattended = circles(edges.filter((edge) => edge.cost !== "input"));
  const inFree = new Set(free.flat());
  return [
    ...free.map((circle) =>
      problem(
        "endless-loop",
        circle[0] ?? null,
        `The call goes round for ever through ${circle.join(", ")} without the caller doing anything; lead one of them out`,
      ),
    ),
    ...unattended
      .filter((circle) => !circle.some((id) => inFree.has(id)))
      .map((circle) =>
        warning(
          "silent-loop",
          circle[0] ?? null,
          `A caller who presses nothing goes round through ${circle.join(", ")} until the exchange gives up; lead silence out`,
        ),
      ),
  ];
}

function checkWayOut(graph: FlowGraph, edges: readonly Edge[], seen: ReadonlySet<string>): FlowProblem[] {
  const backwards = edges.map((edge) => ({ ...edge, from: edge.to, to: edge.from }));
  const ends = Object.entries(graph.nodes).flatMap(([id, node]) => (ENDS.includes(node.type) ? [id] : []));
  const canEnd = reachable(ends, backwards);
  return [...seen]
    .filter((id) => !canEnd.has(id) && graph.nodes[id] !== undefined)
    .map((id) =>
      problem("no-way-out", id, "From here no path ends the call, queues or transfers it; add one"),
    );
}

function checkNotice(graph: FlowGraph, edges: readonly Edge[]): FlowProblem[] {
  const isNotice = (id: string) => graph.nodes[id]?.type === "recording-notice";
  if (isNotice(graph.start)) return [];
  const untold = reachable(
    [graph.start],
    edges.filter((edge) => !isNotice(edge.to)),
  );
  return [...untold]
    .filter((id) => graph.nodes[id]?.type === "queue")
    .map((id) =>
      warning(
        "recording-not-announced",
        id,
        "A path leads here without a recording notice, and the talk is recorded; add one before",
      ),
    );
}
