import type { FlowProblem } from "@vera/contracts/ivr";

export function problem(code: string, nodeId: string | null, message: string): FlowProblem {
  return { severity: "error", code, nodeId, message: named(nodeId, message) };
}

export function warning(code: string, nodeId: string | null, message: string): FlowProblem {
  return { severity: "warning", code, nodeId, message: named(nodeId, message) };
}

/** A message read alone, in a log or an error reply, says where it belongs. */
function named(nodeId: string | null, message: string): string {
  return nodeId === null ? message : `Node ${nodeId}: ${message}`;
}
