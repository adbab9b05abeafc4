import type { FlowGraph, FlowNode } from "@vera/contracts/ivr-nodes";
import { CallEnded, type CallLeg, LegDetached } from "./call-leg.ts";
import { EmergencyDialled } from "./emergency/emergency-dialled.ts";
import { DEFAULT_CODES } from "./emergency/emergency-numbers.ts";
import { EmergencyWatch } from "./emergency/emergency-watch.ts";
import { handOff, tellToDial } from "./emergency/hand-off.ts";
import type { CallData, CallIdentity, FlowServices, PublishedFlow } from "./flow-services.ts";
import { Keys } from "./keys/keys.ts";
import type { FlowEnd, NodeCall, NodeMemory, NodeResult } from "./node-kind.ts";
import { nodeKinds } from "./nodes/registry.ts";
import { phrase } from "./phrases.ts";

/** Nodes passed without a key of the caller before the flow is taken for a circle. Sitting out every menu takes minutes. */
const MOST_UNATTENDED_STEPS = 60;
/** Place of a caller who dialled an emergency code, which is no node of the graph. */
const EMERGENCY_PLACE = "emergency:";

/** Where a run is; enough to go on after a restart. */
export type FlowPosition = {
  readonly flowId: string;
  readonly version: number;
  readonly nodeId: string;
  readonly memory: NodeMemory;
  readonly data: CallData;
};

export type FlowToRun = {
  readonly flow: PublishedFlow;
  readonly identity: CallIdentity;
  readonly leg: CallLeg;
  readonly services: FlowServices;
  readonly variables: CallData;
  /** Where a former process was; the start of the flow when absent. */
  readonly resumeAt?: Pick<FlowPosition, "nodeId" | "memory">;
  /** Told of each new place. It must not throw; the caller is not made to wait for it. */
  readonly onStep?: (position: FlowPosition) => void;
};

/** The changing part of a run. */
type Run = Omit<FlowToRun, "flow"> & {
  flow: PublishedFlow;
  nodeId: string;
  memory: NodeMemory;
  data: CallData;
  keys: Keys;
  unattendedSteps: number;
  recovered: boolean;
};
type Step = { next: string } | { end: FlowEnd };

/** Leads a caller through a flow until it ends, whoever ends it. Never throws: what breaks is reported and the caller told. */
export async function runFlow(input: FlowToRun): Promise<{ how: FlowEnd; nodeId: string }> {
  const run = begin(input);
  try {
    run.leg.answer().catch(() => undefined); // the next thing that is to be heard meets the same end
    for (;;) {
      const step = await takeStep(run);
      if ("end" in step) return await finish(run, step.end);
      run.nodeId = step.next;
      run.memory = {};
    }
  } catch (error) {
    return { how: endOf(run, error), nodeId: run.nodeId };
  }
}

function begin(input: FlowToRun): Run {
  const watch = new EmergencyWatch(input.flow.graph.emergencyDialling ?? DEFAULT_CODES);
  const run: Run = {
    ...input,
    nodeId: input.resumeAt?.nodeId ?? input.flow.graph.start,
    memory: input.resumeAt?.memory ?? {},
    data: input.variables,
    keys: new Keys(input.leg, watch, () => {
      run.unattendedSteps = 0;
    }),
    unattendedSteps: 0,
    recovered: false,
  };
  return run;
}

async function takeStep(run: Run): Promise<Step> {
  run.unattendedSteps += 1;
  if (run.unattendedSteps > MOST_UNATTENDED_STEPS)
    throw new Error("The flow goes in a circle without the caller");
  tell(run);
  if (run.nodeId.startsWith(EMERGENCY_PLACE)) return emergencyStep(run);
  const node = run.flow.graph.nodes[run.nodeId];
  if (node === undefined) return recover(run, new Error(`There is no node ${run.nodeId}`));
  try {
    return await follow(run, node, await nodeKinds.of(node).run(node, callFor(run)));
  } catch (error) {
    if (error instanceof EmergencyDialled) return { next: EMERGENCY_PLACE + error.code };
    if (error instanceof CallEnded || error instanceof LegDetached || run.leg.ended.aborted) throw error;
    return recover(run, error);
  }
}

async function follow(run: Run, node: FlowNode, result: NodeResult): Promise<Step> {
  if ("end" in result) return { end: result.end };
  if ("goTo" in result) return enterFlow(run, result.goTo);
  if (result.set) run.data = { ...run.data, ...result.set };
  if (nodeKinds.of(node).reported) {
    const { exit, label = null } = result;
    run.services.report({ kind: "step", nodeId: run.nodeId, nodeType: node.type, exit, label });
  }
  const next = node.exits[result.exit];
  return next === undefined ? recover(run, new Error(`Exit ${result.exit} leads nowhere`)) : { next };
}

async function enterFlow(run: Run, flowId: string): Promise<Step> {
  const flow = await run.services.flows.published({ tenantId: run.identity.tenantId, flowId });
  if (flow === null) return recover(run, new Error(`Flow ${flowId} is not published`));
  run.flow = flow;
  return { next: flow.graph.start };
}

async function emergencyStep(run: Run): Promise<Step> {
  const call = callFor(run);
  const code = run.nodeId.slice(EMERGENCY_PLACE.length);
  if ((await handOff(call, { code, via: "dialled" })) === "failed") await tellToDial(call, code);
  return { end: "emergency" };
}

/** A broken node costs the caller as little as possible: once the flow's own way out, then an apology. */
function recover(run: Run, error: unknown): Step {
  run.services.report({ kind: "broken", nodeId: run.nodeId, error });
  const wayOut: FlowGraph["onError"] = run.flow.graph.onError;
  if (wayOut === undefined || run.recovered) return { end: "failed" };
  run.recovered = true;
  return { next: wayOut };
}

async function finish(run: Run, how: FlowEnd): Promise<{ how: FlowEnd; nodeId: string }> {
  if (how === "failed") await callFor(run).say([phrase("apology")], { interruptible: false });
  // An agent has the caller, or the queue's owner decided about the call: it is no longer the flow's to end.
  if (how !== "answered" && how !== "left-queue") await run.leg.hangup("normal");
  return { how, nodeId: run.nodeId };
}

function endOf(run: Run, error: unknown): FlowEnd {
  if (error instanceof LegDetached) return "detached";
  if (error instanceof CallEnded || run.leg.ended.aborted) return "abandoned";
  run.services.report({ kind: "broken", nodeId: run.nodeId, error });
  void run.leg.hangup("congestion").catch(() => undefined); // the leg itself is what broke; nothing more can be done
  return "failed";
}

function tell(run: Run): void {
  const { flow, nodeId, memory, data } = run;
  run.onStep?.({ flowId: flow.flowId, version: flow.version, nodeId, memory, data });
}

function callFor(run: Run): NodeCall {
  const { leg, services, identity, nodeId, data, keys, memory } = run;
  return {
    leg,
    services,
    identity,
    nodeId,
    data,
    keys,
    memory,
    remember(remembered) {
      run.memory = { ...run.memory, ...remembered };
      tell(run);
    },
    async say(say, { interruptible, signal }) {
      const media = await services.speech.media({ tenantId: identity.tenantId, say: [...say], data });
      return leg.play(media, { interruptibleByKeys: interruptible, ...(signal ? { signal } : {}) });
    },
  };
}
