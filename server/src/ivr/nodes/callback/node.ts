import { agreeCallbackNumber } from "../../dialogue/agree-callback-number.ts";
import { exit, type NodeKind } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";

const DEFAULT_ATTEMPTS = 3;
const EXITS = [exit("requested", "input"), exit("refused", "input"), exit("no-input", "time")];

export const callback: NodeKind<"callback"> = {
  type: "callback",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: () => [
    [phrase("callbackOwnNumber"), phrase("callbackChoice")],
    [phrase("callbackAskNumber"), phrase("callbackBadNumber")],
    [phrase("callbackDone"), phrase("callbackRefused")],
  ],
  refers: (node) => [{ kind: "queue", id: node.queueId }],
  async run(node, call) {
    const agreed = await agreeCallbackNumber(call, { attempts: node.attempts ?? DEFAULT_ATTEMPTS });
    if (agreed.kind !== "number") return { exit: "no-input" };
    const topic = call.data["topic"];
    const answer = await call.services.callbacks.request({
      ...call.identity,
      queueId: node.queueId,
      priority: 0,
      callerNumber: call.leg.callerNumber,
      topic: typeof topic === "string" ? topic : null,
      number: agreed.number,
    });
    const accepted = answer === "accepted";
    await call.say([phrase(accepted ? "callbackDone" : "callbackRefused")], { interruptible: true });
    return accepted ? { exit: "requested", set: { "callback.number": agreed.number } } : { exit: "refused" };
  },
};
