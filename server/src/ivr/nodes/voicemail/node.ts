import { exit, type NodeKind } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";

const DEFAULT_MAX_SECONDS = 120;
const SILENCE_SECONDS = 5;
/** Shorter is a cough or the click of hanging up. */
const LEAST_SECONDS = 1;
const EXITS = [exit("left", "time"), exit("empty", "time")];

export const voicemail: NodeKind<"voicemail"> = {
  type: "voicemail",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: (node) => [node.say, [phrase("voicemailDone")]],
  refers: (node) => [{ kind: "queue", id: node.queueId }],
  async run(node, call) {
    await call.say(node.say, { interruptible: true });
    call.leg.flushKeys();
    const message = await call.leg.recordVoicemail({
      maxSeconds: node.maxSeconds ?? DEFAULT_MAX_SECONDS,
      silenceSeconds: SILENCE_SECONDS,
      finishKeys: ["#", "*"],
      beep: true,
    });
    const { path, durationSeconds } = message;
    if (durationSeconds < LEAST_SECONDS) {
      await call.services.voicemail.discard(path);
      return { exit: "empty" };
    }
    // Kept before anything else is said: who hangs up after the last word has left a message.
    await call.services.voicemail.keep({
      ...call.identity,
      queueId: node.queueId,
      callerNumber: call.leg.callerNumber,
      path,
      durationSeconds,
    });
    if (message.endedBy !== "hang-up") await call.say([phrase("voicemailDone")], { interruptible: true });
    return { exit: "left" };
  },
};
