import type { FlowGraph, FlowNode } from "@vera/contracts/ivr-nodes";
import type { CallData } from "../flow-services.ts";
import { type FlowPosition, type FlowToRun, runFlow } from "../run-flow.ts";
import { FakeLeg, type FakeLegOptions } from "./fake-leg.ts";
import { FakeServices } from "./fake-services.ts";

/** A call of a test: script `leg`, arrange `services`, then `run` the nodes. */
export type FakeCall = {
  readonly leg: FakeLeg;
  readonly services: FakeServices;
  readonly positions: FlowPosition[];
  run(
    graph: FlowGraph | Record<string, FlowNode>,
    more?: Partial<Pick<FlowToRun, "resumeAt">> & { variables?: CallData },
  ): Promise<string>;
};

export function fakeCall(options: FakeLegOptions = {}): FakeCall {
  const leg = new FakeLeg(options);
  const services = new FakeServices(leg);
  const positions: FlowPosition[] = [];
  return {
    leg,
    services,
    positions,
    async run(graph, { resumeAt, variables = {} } = {}) {
      const { how } = await runFlow({
        flow: { flowId: "flow", version: 1, graph: asGraph(graph) },
        identity: { interactionId: "interaction", tenantId: "tenant", citizenId: null },
        leg,
        services,
        variables,
        ...(resumeAt ? { resumeAt } : {}),
        onStep: (position) => positions.push(position),
      });
      return how;
    },
  };
}

/** Nodes alone start at the first. */
export function asGraph(graph: FlowGraph | Record<string, FlowNode>): FlowGraph {
  if (isGraph(graph)) return graph;
  const [start = "start"] = Object.keys(graph);
  return { start, nodes: graph };
}

function isGraph(graph: FlowGraph | Record<string, FlowNode>): graph is FlowGraph {
  return typeof graph.start === "string";
}

export function says(text: string, next = "bye"): FlowNode {
  return { type: "say", say: [{ text }], exits: { next } };
}

export const BYE: FlowNode = { type: "hangup", say: [{ text: "bye" }], exits: {} };

/** A menu whose options lead to the given nodes; silence and wrong keys lead to "lost". */
export function asksFor(text: string, options: Record<string, string>): FlowNode {
  return {
    type: "menu",
    say: [{ text }],
    options: Object.keys(options).map((key) => ({ key: key as "1", label: `option ${key}` })),
    noInputSay: [{ text: "nothing heard" }],
    noMatchSay: [{ text: "no such option" }],
    exits: { ...options, "no-input": "lost", "no-match": "lost" },
  };
}
