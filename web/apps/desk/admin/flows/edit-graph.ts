import type { FlowGraph, FlowNode, NodeType } from "@vera/contracts/ivr-nodes";

/** A node's setting; left out of the node when it is undefined, so that versions compare cleanly. */
export function withSetting(node: FlowNode, name: string, value: unknown): FlowNode {
  const { [name]: _, ...rest } = node as FlowNode & Record<string, unknown>;
  return (value === undefined ? rest : { ...rest, [name]: value }) as FlowNode;
}

export function withNode(graph: FlowGraph, id: string, node: FlowNode): FlowGraph {
  return { ...graph, nodes: { ...graph.nodes, [id]: node } };
}

export function withExit(node: FlowNode, exit: string, to: string | null): FlowNode {
  const { [exit]: _, ...rest } = node.exits;
  return { ...node, exits: to === null ? rest : { ...rest, [exit]: to } };
}

/** Takes a node out, and every way that led to it. */
export function withoutNode(graph: FlowGraph, gone: string): FlowGraph {
  const { onError, layout, ...rest } = graph;
  const nodes = Object.fromEntries(
    Object.entries(graph.nodes)
      .filter(([id]) => id !== gone)
      .map(([id, node]) => [id, withoutWaysTo(node, gone)]),
  );
  return {
    ...rest,
    nodes,
    ...(onError !== undefined && onError !== gone ? { onError } : {}),
    ...(layout ? { layout: without(layout, gone) } : {}),
  };
}

/** Gives a node another id, and leads every way there. */
export function renamedNode(graph: FlowGraph, from: string, to: string): FlowGraph {
  const swap = (id: string): string => (id === from ? to : id);
  const nodes = Object.fromEntries(
    Object.entries(graph.nodes).map(([id, node]) => [
      swap(id),
      {
        ...node,
        exits: Object.fromEntries(Object.entries(node.exits).map(([exit, target]) => [exit, swap(target)])),
      },
    ]),
  );
  return {
    ...graph,
    start: swap(graph.start),
    nodes,
    ...(graph.onError === undefined ? {} : { onError: swap(graph.onError) }),
    ...(graph.layout
      ? { layout: Object.fromEntries(Object.entries(graph.layout).map(([id, at]) => [swap(id), at])) }
      : {}),
  };
}

/** A free id made of the kind's name: "say", "say-2". */
export function freeId(graph: FlowGraph, type: NodeType): string {
  let id: string = type;
  for (let n = 2; id in graph.nodes; n += 1) id = `${type}-${n}`;
  return id;
}

/** The same graph, written the same way: keys sorted, two spaces; for the JSON editor and for comparing. */
export function graphText(graph: FlowGraph): string {
  return JSON.stringify(graph, (_, value: unknown) => sorted(value), 2);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withoutWaysTo(node: FlowNode, gone: string): FlowNode {
  const exits = Object.fromEntries(Object.entries(node.exits).filter(([, to]) => to !== gone));
  return { ...node, exits };
}

function without<Value>(record: Record<string, Value>, gone: string): Record<string, Value> {
  const { [gone]: _, ...rest } = record;
  return rest;
}
