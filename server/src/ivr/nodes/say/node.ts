import { exit, type NodeKind } from "../../node-kind.ts";

const EXITS = [exit("next", "nothing")];

export const say: NodeKind<"say"> = {
  type: "say",
  reported: false,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: (node) => [node.say],
  refers: () => [],
  async run(node, call) {
    await call.say(node.say, { interruptible: node.interruptible ?? true });
    return { exit: "next" };
  },
};
