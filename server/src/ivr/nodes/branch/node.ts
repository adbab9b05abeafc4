import { exit, type NodeKind } from "../../node-kind.ts";
import { holds } from "./holds.ts";

const FIXED = [exit("otherwise", "nothing")];

const NEEDS_NO_VALUE = ["known", "unknown"];

export const branch: NodeKind<"branch"> = {
  type: "branch",
  reported: false,
  fixedExits: FIXED,
  exits: (node) => [...node.cases.map((one) => exit(one.exit, "nothing")), ...FIXED],
  says: () => [],
  refers: () => [],
  check: (node) => [
    ...node.cases
      .map((one) => one.exit)
      .filter((name, index, names) => names.indexOf(name) !== index || name === "otherwise")
      .map((name) => `Exit "${name}" is used twice; name each case differently, and none "otherwise"`),
    ...node.cases
      .flatMap((one) => one.when)
      .filter((condition) => !NEEDS_NO_VALUE.includes(condition.operator) && condition.value === undefined)
      .map((condition) => `The condition on ${condition.variable} ("${condition.operator}") needs a value`),
  ],
  async run(node, call) {
    const taken = node.cases.find((one) => one.when.every((condition) => holds(condition, call.data)));
    return { exit: taken?.exit ?? "otherwise" };
  },
};
