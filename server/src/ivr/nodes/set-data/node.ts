import { exit, type NodeKind } from "../../node-kind.ts";

const EXITS = [exit("next", "nothing")];

export const setData: NodeKind<"set-data"> = {
  type: "set-data",
  reported: false,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: () => [],
  refers: () => [],
  async run(node) {
    return { exit: "next", set: node.data };
  },
};
