import { isEmergencyCode } from "../../emergency/emergency-numbers.ts";
import { handOff, tellToDial } from "../../emergency/hand-off.ts";
import { exit, type NodeKind } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";

const EXITS = [exit("failed", "time", false)];

export const emergency: NodeKind<"emergency"> = {
  type: "emergency",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: () => [[phrase("emergency")], [phrase("emergencyRetry")], [phrase("emergencyFailed")]],
  refers: () => [],
  check: (node) =>
    isEmergencyCode(node.code)
      ? []
      : [`${node.code} is no emergency number; use a transfer node, or one of the list`],
  async run(node, call) {
    const outcome = await handOff(call, { code: node.code, via: "node" });
    if (outcome === "handed-off") return { end: "emergency" };
    if (node.exits["failed"] !== undefined) return { exit: "failed" };
    await tellToDial(call, node.code);
    return { end: "emergency" };
  },
};
