import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { exit, type NodeCall, type NodeKind, type NodeResult } from "../../node-kind.ts";

const DEFAULT_RING_SECONDS = 30;
const EXITS = [
  exit("busy", "time"),
  exit("no-answer", "time"),
  exit("failed", "nothing"),
  exit("finished", "time", false),
];

export const transfer: NodeKind<"transfer"> = {
  type: "transfer",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: (node) => (node.say ? [node.say] : []),
  refers: () => [],
  async run(node, call) {
    const adopted = call.leg.currentDial();
    if (adopted !== null) return afterTalk(node, await adopted.finished);
    if (node.say) await call.say(node.say, { interruptible: false });
    return dial(node, call);
  },
};

async function dial(node: NodeOf<"transfer">, call: NodeCall): Promise<NodeResult> {
  const outcome = await call.leg.dial(node.number, {
    timeoutSeconds: node.timeoutSeconds ?? DEFAULT_RING_SECONDS,
    showNumber: node.showNumber ?? "tenant",
    purpose: "transfer",
  });
  switch (outcome.status) {
    case "connected":
      return afterTalk(node, await outcome.finished);
    case "busy":
    case "no-answer":
      return { exit: outcome.status };
    case "rejected":
    case "failed":
      return { exit: "failed" };
  }
}

function afterTalk(node: NodeOf<"transfer">, { endedBy }: { endedBy: string }): NodeResult {
  if (endedBy === "caller" || node.exits["finished"] === undefined) return { end: "transferred" };
  return { exit: "finished" };
}
