import type { FlowGraph } from "@vera/contracts/ivr-nodes";

export type ReadGraph = { graph: FlowGraph; line?: never } | { graph: null; line: number | null };

/** Reads a flow from text as far as the editor needs it: `start` and `nodes` with a type and exits; the server reads the rest. */
export function readGraph(text: string): ReadGraph {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { graph: null, line: lineOf(text, error) };
  }
  return isGraph(value) ? { graph: value } : { graph: null, line: null };
}

function isGraph(value: unknown): value is FlowGraph {
  if (!isRecord(value) || typeof value["start"] !== "string" || !isRecord(value["nodes"])) return false;
  return Object.values(value["nodes"]).every(
    (node) => isRecord(node) && typeof node["type"] === "string" && isRecord(node["exits"]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Engines name the place in different words; what can be read for sure is where the text still was JSON. */
function lineOf(text: string, error: unknown): number {
  const said = error instanceof Error ? error.message : "";
  const [, line] = /line (\d+)/.exec(said) ?? [];
  if (line !== undefined) return Number(line);
  const [, position] = /position (\d+)/.exec(said) ?? [];
  const upTo = position === undefined ? text : text.slice(0, Number(position));
  return upTo.split("\n").length;
}
