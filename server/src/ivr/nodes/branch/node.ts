import { exit, type NodeKind } from "../../node-kind.ts";
import { holds } from "./holds.ts";

const FIXED = [exit("otherwise", "nothing")];

export const branch: NodeKind<"branch"> = {
  type: "branch",
  reported: false,
  fixedExits: FIXED,
  exits: (node) => [...node.cases.map((one) => exit(one.exit, "nothing")), ...FIXED],
  says: () => [],
  refers: () => [],
  async run(node, call) {
    const taken = node.cases.find((one) => one.when.every((condition) => holds(condition, call.data)));
    return { exit: taken?.exit ?? "otherwise" };
  },
};
