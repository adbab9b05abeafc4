import type { NodeOf, Say, SayPart } from "@vera/contracts/ivr-nodes";
import type { CallData, QueuePlace } from "../../flow-services.ts";
import { phrase } from "../../phrases.ts";

/** Positions beyond it say nothing but bad news. */
const LAST_SAID_POSITION = 50;

type QueueNode = NodeOf<"queue">;

/** What a caller hears while waiting, and the data it speaks of. Empty when there is nothing to say. */
export function announcement(
  node: QueueNode,
  { turn, place, callbackOpen }: { turn: number; place: QueuePlace | null; callbackOpen: boolean },
): { say: SayPart[]; data: CallData } {
  const say = [...positionSay(node, place), ...waitSay(node, place), ...messageSay(node, turn)];
  if (callbackOpen && node.callback) say.push(...callbackSay(node.callback));
  return {
    say,
    data: { position: place?.position ?? null, estimatedWait: place?.estimatedWaitSeconds ?? null },
  };
}

export function callbackSay(callback: NonNullable<QueueNode["callback"]>): Say {
  return callback.say ?? [{ text: `Si marcás ${callback.key}, ${phrase("queueCallback").text}` }];
}

/** Everything it can say word for word; positions and waits are voiced by the speech engine beforehand too. */
export function announcementsOf(node: QueueNode): Say[] {
  const fixed: Say = [
    phrase("queuePosition"),
    phrase("queuePositionEnd"),
    phrase("queueNext"),
    phrase("queueWait"),
  ];
  return [fixed, [phrase("callbackDone")], ...(node.messages ?? [])];
}

function positionSay(node: QueueNode, place: QueuePlace | null): SayPart[] {
  if (!node.sayPosition || place === null || place.position > LAST_SAID_POSITION) return [];
  if (place.position <= 1) return [phrase("queueNext")];
  return [phrase("queuePosition"), { value: "position", as: "number" }, phrase("queuePositionEnd")];
}

function waitSay(node: QueueNode, place: QueuePlace | null): SayPart[] {
  if (!node.sayEstimatedWait || place === null || place.estimatedWaitSeconds === null) return [];
  return [phrase("queueWait"), { value: "estimatedWait", as: "wait" }];
}

function messageSay(node: QueueNode, turn: number): SayPart[] {
  const messages = node.messages ?? [];
  return messages[turn % Math.max(1, messages.length)] ?? [];
}
