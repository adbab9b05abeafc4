import type { NodeKindInfo } from "@vera/contracts/ivr";
import type { FlowNode } from "@vera/contracts/ivr-nodes";

export interface NodeExit {
  name: string;
  /** Publishing asks for it to lead somewhere. */
  required: boolean;
  /** What the option of a menu is called. */
  label?: string;
}

/** The exits a node has: of its options or cases, of its kind, and those it has without being asked for. */
export function exitsOf(node: FlowNode, kinds: readonly NodeKindInfo[]): NodeExit[] {
  const kind = kinds.find(({ type }) => type === node.type);
  const exits: NodeExit[] = [
    ...ownExits(node),
    ...(kind?.requiredExits ?? []).map((name) => ({ name, required: true })),
    ...(kind?.optionalExits ?? []).map((name) => ({ name, required: false })),
  ];
  const known = new Set(exits.map(({ name }) => name));
  const left = Object.keys(node.exits).filter((name) => !known.has(name));
  return [...exits, ...left.map((name) => ({ name, required: false }))];
}

function ownExits(node: FlowNode): NodeExit[] {
  if (node.type === "menu")
    return node.options.map(({ key, label }) => ({ name: key, required: true, label }));
  if (node.type === "branch") return node.cases.map(({ exit }) => ({ name: exit, required: true }));
  return [];
}
