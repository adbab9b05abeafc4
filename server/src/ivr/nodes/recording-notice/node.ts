import { exit, type NodeKind } from "../../node-kind.ts";

const EXITS = [exit("next", "nothing")];

/** The caller must have heard it before an agent is recorded (Ley 25.326, art. 6): it is never cut short by a key. */
export const recordingNotice: NodeKind<"recording-notice"> = {
  type: "recording-notice",
  reported: false,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: (node) => [node.say],
  refers: () => [],
  async run(node, call) {
    await call.say(node.say, { interruptible: false });
    await call.leg.setVariable("VERA_RECORDING_ANNOUNCED", "1");
    call.services.report({ kind: "recording-announced", nodeId: call.nodeId });
    return { exit: "next", set: { "recording.announced": true } };
  },
};
