import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph, FlowNode } from "@vera/contracts/ivr-nodes";
import { nodeKinds } from "../nodes/registry.ts";
import { problem } from "./problem.ts";

/** Every exit that a node needs is wired, every wire is an exit it has, and leads to a node that exists. */
export function checkExits(graph: FlowGraph): FlowProblem[] {
  return [
    ...checkEntry(graph, "start", graph.start),
    ...(graph.onError === undefined ? [] : checkEntry(graph, "onError", graph.onError)),
    ...Object.entries(graph.nodes).flatMap(([id, node]) => checkNode(graph, id, node)),
  ];
}

function checkEntry(graph: FlowGraph, field: "start" | "onError", nodeId: string): FlowProblem[] {
  if (graph.nodes[nodeId] !== undefined) return [];
  return [
    problem(
      "unknown-node",
      null,
      `"${field}" names node ${nodeId}, which does not exist; name one that does`,
    ),
  ];
}

function checkNode(graph: FlowGraph, id: string, node: FlowNode): FlowProblem[] {
  const exits = nodeKinds.of(node).exits(node);
  const missing = exits
    .filter((exit) => exit.required && node.exits[exit.name] === undefined)
    .map((exit) => problem("dead-end", id, `Exit "${exit.name}" leads nowhere; connect it to a node`));
  const wired = Object.entries(node.exits).flatMap(([name, target]) => {
    if (!exits.some((exit) => exit.name === name)) {
      return [
        problem("unknown-exit", id, `A ${node.type} node here has no exit "${name}"; remove the connection`),
      ];
    }
    if (graph.nodes[target] === undefined) {
      return [problem("unknown-node", id, `Exit "${name}" leads to node ${target}, which does not exist`)];
    }
    return [];
  });
  const own = (nodeKinds.of(node).check?.(node) ?? []).map((message) => problem("bad-setting", id, message));
  return [...missing, ...wired, ...own];
}
