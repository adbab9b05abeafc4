import type { NodeKind } from "../../node-kind.ts";

export const hangup: NodeKind<"hangup"> = {
  type: "hangup",
  reported: false,
  fixedExits: [],
  exits: () => [],
  says: (node) => (node.say ? [node.say] : []),
  refers: () => [],
  async run(node, call) {
    if (node.say) await call.say(node.say, { interruptible: false });
    return { end: "completed" };
  },
};
