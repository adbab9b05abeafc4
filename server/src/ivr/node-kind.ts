import type { NodeOf, NodeType, Say } from "@vera/contracts/ivr-nodes";
import type { CallLeg, PlayOutcome } from "./call-leg.ts";
import type { CallData, CallIdentity, DataValue, FlowServices } from "./flow-services.ts";
import type { Keys } from "./keys/keys.ts";

/** How a run ended. "answered": an agent has the caller; "failed": a node broke and nothing else could be done. */
export const FLOW_ENDS = [
  "answered",
  "completed",
  "callback",
  "transferred",
  "emergency",
  "left-queue",
  "abandoned",
  "failed",
  "detached",
] as const;
export type FlowEnd = (typeof FLOW_ENDS)[number];

/** What a node remembers over a restart of the process, besides being the current one. Small and JSON. */
export type NodeMemory = Readonly<Record<string, DataValue>>;

export type NodeResult =
  | { exit: string; set?: CallData; label?: string }
  | { end: Exclude<FlowEnd, "abandoned" | "detached"> }
  | { goTo: string };

/** What a node has at hand while it runs. */
export interface NodeCall {
  readonly leg: CallLeg;
  readonly services: FlowServices;
  readonly identity: CallIdentity;
  readonly nodeId: string;
  readonly data: CallData;
  readonly keys: Keys;
  /** What this node remembered before the process restarted; empty on a first visit. */
  readonly memory: NodeMemory;
  remember(memory: NodeMemory): void;
  say(say: Say, how: { interruptible: boolean; signal?: AbortSignal }): Promise<PlayOutcome>;
}

/**
 * What leaving by an exit has cost: the caller did something, time passed, or nothing. The validator refuses a loop that
 * costs nothing, for it would spin.
 */
export type ExitCost = "input" | "time" | "nothing";
export type NodeExit = { readonly name: string; readonly required: boolean; readonly cost: ExitCost };

/** Something outside of the flow that must exist. A prompt's id is its key; those in `says` need no mention. */
export type Reference = { readonly kind: "queue" | "calendar" | "flow" | "prompt"; readonly id: string };

/** One folder of `nodes/`. `run` uses only what it is given, so that it is the same over any leg. */
export interface NodeKind<Type extends NodeType = NodeType> {
  readonly type: Type;
  /** Whether passing it is news for the reports (choices are; a spoken sentence is not). */
  readonly reported: boolean;
  /** For any node of the kind, what an editor offers before the node has options of its own. */
  readonly fixedExits: readonly NodeExit[];
  exits(node: NodeOf<Type>): readonly NodeExit[];
  /** All that it may say, to be voiced at publishing, so that no caller waits for a voice. */
  says(node: NodeOf<Type>): readonly Say[];
  refers(node: NodeOf<Type>): readonly Reference[];
  /** What is wrong with the node's own settings, in sentences that say what to do. */
  check?(node: NodeOf<Type>): readonly string[];
  run(node: NodeOf<Type>, call: NodeCall): Promise<NodeResult>;
}

export function exit(name: string, cost: ExitCost, required = true): NodeExit {
  return { name, required, cost };
}
