import type { NodeKind } from "../../node-kind.ts";

export const goToFlow: NodeKind<"go-to-flow"> = {
  type: "go-to-flow",
  reported: false,
  fixedExits: [],
  exits: () => [],
  says: () => [],
  refers: (node) => [{ kind: "flow", id: node.flowId }],
  async run(node) {
    return { goTo: node.flowId };
  },
};
