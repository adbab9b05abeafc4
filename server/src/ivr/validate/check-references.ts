import type { FlowProblem } from "@vera/contracts/ivr";
import type { FlowGraph, FlowNode, SayPart } from "@vera/contracts/ivr-nodes";
import type { Reference } from "../node-kind.ts";
import { nodeKinds } from "../nodes/registry.ts";
import { problem, warning } from "./problem.ts";

/** What exists around a flow, in its tenant. `flows`: the published ones. `prompts`: keys. */
export type KnownThings = {
  readonly queues: ReadonlySet<string>;
  readonly calendars: ReadonlySet<string>;
  readonly flows: ReadonlySet<string>;
  readonly prompts: ReadonlySet<string>;
};

const WHERE: { readonly [Kind in Reference["kind"]]: keyof KnownThings } = {
  queue: "queues",
  calendar: "calendars",
  flow: "flows",
  prompt: "prompts",
};
const REMEDY: { readonly [Kind in Reference["kind"]]: string } = {
  queue: "choose a queue of this organism",
  calendar: "choose a calendar of this organism",
  flow: "choose a published flow of this organism",
  prompt: "upload or write a prompt with this key",
};
/** Data that every call has. */
const ALWAYS_KNOWN = ["caller.number", "called.number", "recording.announced", "holiday.name", "topic"];

export function checkReferences(graph: FlowGraph, known: KnownThings): FlowProblem[] {
  const written = writtenVariables(graph);
  return Object.entries(graph.nodes).flatMap(([id, node]) => [
    ...referencesOf(node)
      .filter((reference) => !known[WHERE[reference.kind]].has(reference.id))
      .map(({ kind, id: missing }) =>
        problem(`unknown-${kind}`, id, `The ${kind} ${missing} does not exist; ${REMEDY[kind]}`),
      ),
    ...readVariables(node)
      .filter((variable) => !written.has(variable))
      .map((variable) =>
        warning(
          "unknown-data",
          id,
          `Nothing in this flow collects "${variable}"; it will be empty unless another flow did`,
        ),
      ),
  ]);
}

export function referencesOf(node: FlowNode): Reference[] {
  const prompts = saidBy(node).flatMap((part) => ("prompt" in part ? [part.prompt] : []));
  return [
    ...nodeKinds.of(node).refers(node),
    ...[...new Set(prompts)].map((id) => ({ kind: "prompt" as const, id })),
  ];
}

function saidBy(node: FlowNode): SayPart[] {
  return nodeKinds.of(node).says(node).flat();
}

function writtenVariables(graph: FlowGraph): Set<string> {
  const written = Object.values(graph.nodes).flatMap((node) => {
    if (node.type === "collect-digits") return [node.variable];
    if (node.type === "set-data") return Object.keys(node.data);
    if (node.type === "ticket-status") return ["ticket.number"];
    return node.type === "callback" ? ["callback.number"] : [];
  });
  return new Set([...ALWAYS_KNOWN, ...written]);
}

function readVariables(node: FlowNode): string[] {
  const said = saidBy(node).flatMap((part) => ("value" in part ? [part.value] : []));
  const asked =
    node.type === "branch" ? node.cases.flatMap((one) => one.when.map((when) => when.variable)) : [];
  return [...new Set([...said, ...asked])];
}
