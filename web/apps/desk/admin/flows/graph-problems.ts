import type { FlowProblem } from "@vera/contracts/ivr";
import { ProblemError } from "../../../../shared/api/problem.ts";

/** A refusal of the schema says where: `body/graph/nodes/menu/options/0/key` belongs to the node "menu". */
export function schemaProblems(error: unknown): FlowProblem[] {
  if (!(error instanceof ProblemError)) return [];
  const seen = new Set<string>();
  return (error.problem.errors ?? []).flatMap(({ path }) => {
    const [, nodeId = null, field = ""] = /\/nodes\/([^/]+)\/?([^/]*)/.exec(path) ?? [];
    const key = `${nodeId} ${field}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      { severity: "error" as const, code: "schema", nodeId, message: field || path.replace(/^body\//, "") },
    ];
  });
}

export function problemsOfNode(problems: readonly FlowProblem[], nodeId: string | null): FlowProblem[] {
  return problems.filter((problem) => problem.nodeId === nodeId);
}

export function hasErrors(problems: readonly FlowProblem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

export interface ProblemGroup {
  problem: FlowProblem;
  count: number;
}

/** The same thing wrong several times in one node is said once, with how often. */
export function groupedProblems(
  problems: readonly FlowProblem[],
  apart: ReadonlySet<string>,
): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const { nodeId, code, severity, message } = problem;
    const key = [nodeId, severity, code, apart.has(code) ? message : ""].join(" ");
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { problem, count: 1 });
  }
  return [...groups.values()];
}
