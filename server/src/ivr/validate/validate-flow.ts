import type { FlowProblem } from "@vera/contracts/ivr";
import { FlowGraph } from "@vera/contracts/ivr-nodes";
import Value from "typebox/value";
import { checkEmergencyKeys } from "./check-emergency-keys.ts";
import { checkExits } from "./check-exits.ts";
import { checkPaths } from "./check-paths.ts";
import { checkReferences, type KnownThings } from "./check-references.ts";
import { problem } from "./problem.ts";

/** Everything wrong or doubtful with a flow, errors first. Only a flow without errors may be published. */
export function validateFlow(graph: FlowGraph, known: KnownThings): FlowProblem[] {
  const malformed = checkShape(graph);
  if (malformed.length > 0) return malformed;
  const problems = [
    ...checkExits(graph),
    ...checkReferences(graph, known),
    ...checkPaths(graph),
    ...checkEmergencyKeys(graph),
  ];
  return problems.sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
}

export function hasErrors(problems: readonly FlowProblem[]): boolean {
  return problems.some((one) => one.severity === "error");
}

/** Graphs that did not come through the HTTP door (an import, a demo) are held to the same schema. */
function checkShape(graph: FlowGraph): FlowProblem[] {
  if (Value.Check(FlowGraph, graph)) return [];
  const first = Value.Errors(FlowGraph, graph)[0];
  return [
    problem(
      "malformed",
      null,
      `The flow is not well formed: ${first?.instancePath ?? ""} ${first?.message ?? ""}`,
    ),
  ];
}
