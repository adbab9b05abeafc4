import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { DEFAULT_CODES, isEmergencyCode } from "../emergency/emergency-numbers.ts";
import { problem, warning } from "./problem.ts";

/** Nodes through which a caller passes from one menu to the next without pressing anything. */
const PASSED = ["say", "recording-notice", "set-data"];

/**
 * Menus whose options spell an emergency code one after the other: there a caller who dials the code is taken for one who
 * knows the menus (see emergency-watch.ts). Nothing breaks; the designer should know and choose other keys.
 */
export function checkEmergencyKeys(graph: FlowGraph): FlowProblem[] {
  const codes = graph.emergencyDialling ?? DEFAULT_CODES;
  const unknown = codes
    .filter((code) => !isEmergencyCode(code))
    .map((code) =>
      problem("bad-setting", null, `"emergencyDialling" has ${code}, which is no emergency number`),
    );
  const spelled = codes.flatMap((code) =>
    Object.keys(graph.nodes)
      .filter((id) => canWalk(graph, id, [...code]))
      .map((id) =>
        warning(
          "spells-emergency",
          id,
          `The options from here spell ${code}: who dials it here is not handed over; use other keys`,
        ),
      ),
  );
  return [...unknown, ...spelled];
}

function canWalk(graph: FlowGraph, id: string, keys: readonly string[]): boolean {
  const [key, ...rest] = keys;
  const node = graph.nodes[id];
  if (key === undefined) return true;
  if (node?.type !== "menu" || !node.options.some((option) => option.key === key)) return false;
  const next = node.exits[key];
  return next !== undefined && canWalk(graph, pass(graph, next), rest);
}

/** The first node from `id` on that asks or decides something. */
function pass(graph: FlowGraph, id: string): string {
  const seen = new Set<string>();
  let here = id;
  for (
    let node = graph.nodes[here];
    node !== undefined && PASSED.includes(node.type);
    node = graph.nodes[here]
  ) {
    const next = node.exits["next"];
    if (next === undefined || seen.has(here)) return here;
    seen.add(here);
    here = next;
  }
  return here;
}
