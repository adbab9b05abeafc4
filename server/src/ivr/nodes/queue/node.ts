import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { CallEnded } from "../../call-leg.ts";
import { EmergencyDialled } from "../../emergency/emergency-dialled.ts";
import type { LeaveReason, QueueOutcome } from "../../flow-services.ts";
import { exit, type NodeCall, type NodeKind, type NodeResult } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";
import { announcementsOf, callbackSay } from "./announcements.ts";
import { waitInQueue } from "./wait-in-queue.ts";

const FIXED = [
  exit("timeout", "time"),
  exit("overflow", "nothing"),
  exit("closed", "nothing"),
  exit("callback", "input", false),
];

export const queue: NodeKind<"queue"> = {
  type: "queue",
  reported: true,
  fixedExits: FIXED,
  exits: (node) =>
    FIXED.map((one) => (one.name === "callback" ? { ...one, required: node.callback !== undefined } : one)),
  says: (node) => [...announcementsOf(node), ...(node.callback ? [callbackSay(node.callback)] : [])],
  refers: (node) => [
    { kind: "queue", id: node.queueId },
    ...(node.music === undefined ? [] : [{ kind: "prompt" as const, id: node.music }]),
  ],
  async run(node, call) {
    const { queue: acd } = call.services;
    const { interactionId } = call.identity;
    // Repeated after a restart: the ACD knows the interaction and keeps its place.
    const waiting = acd.enter(entryOf(node, call));
    const over = new AbortController();
    waiting.then(
      () => over.abort(),
      () => over.abort(), // the failure itself is thrown by the `await` below
    );
    try {
      await waitInQueue(node, call, over.signal);
      return await leaveWith(await waiting, call);
    } catch (error) {
      const reason = leaveReason(error);
      if (reason !== null) await acd.leave({ interactionId, reason });
      throw error;
    }
  },
};

function entryOf(node: NodeOf<"queue">, call: NodeCall) {
  const topic = call.data["topic"];
  return {
    ...call.identity,
    queueId: node.queueId,
    priority: node.priority ?? 0,
    callerNumber: call.leg.callerNumber,
    topic: typeof topic === "string" ? topic : null,
  };
}

async function leaveWith({ outcome }: QueueOutcome, call: NodeCall): Promise<NodeResult> {
  // Answered: the leg belongs to the talk from here on, nothing more is asked of it.
  if (outcome === "answered") return { end: "answered" };
  if (outcome === "left") return { end: "left-queue" };
  await call.leg.stopMusic();
  if (outcome === "callback") await call.say([phrase("callbackDone")], { interruptible: true });
  return { exit: outcome };
}

/** Null when the place is to be kept: the process only lets go of a living call. */
function leaveReason(error: unknown): LeaveReason | null {
  if (error instanceof CallEnded) return "abandoned";
  if (error instanceof EmergencyDialled) return "emergency";
  return null;
}
