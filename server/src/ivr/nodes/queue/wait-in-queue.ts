import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { agreeCallbackNumber } from "../../dialogue/agree-callback-number.ts";
import type { NodeCall } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";
import { announcement } from "./announcements.ts";

const DEFAULT_EVERY_SECONDS = 30;
const CALLBACK_ATTEMPTS = 2;

type QueueNode = NodeOf<"queue">;

/** Keeps the caller company until the wait is over (`over`), the longest wait has passed or a callback was agreed on. */
export async function waitInQueue(node: QueueNode, call: NodeCall, over: AbortSignal): Promise<void> {
  const enteredMs = enteredAtMs(call);
  const waitedMs = () => call.services.now().getTime() - enteredMs;
  const everyMs = (node.everySeconds ?? DEFAULT_EVERY_SECONDS) * 1000;
  await startMusic(node, call, over);
  for (let turn = 0; !over.aborted; turn += 1) {
    const leftMs = node.maxWaitSeconds * 1000 - waitedMs();
    if (leftMs <= 0) return giveUp(call);
    if (turn > 0 || call.memory["enteredAtMs"] === undefined)
      await announce(node, call, { turn, waitedMs: waitedMs(), over });
    const kept = await listen(node, call, { forMs: Math.min(everyMs, leftMs), waitedMs, over });
    if (kept) return;
  }
}

/** From the first entry, also after a restart of the process. */
function enteredAtMs(call: NodeCall): number {
  const remembered = call.memory["enteredAtMs"];
  if (typeof remembered === "number") return remembered;
  const nowMs = call.services.now().getTime();
  call.remember({ enteredAtMs: nowMs });
  return nowMs;
}

async function startMusic(node: QueueNode, call: NodeCall, over: AbortSignal): Promise<void> {
  const path = await call.services.speech.music({
    tenantId: call.identity.tenantId,
    prompt: node.music ?? null,
  });
  if (!over.aborted) await call.leg.startMusic(path);
}

/** `enter` resolves "timeout" on it, or "answered" if an agent was quicker. */
async function giveUp(call: NodeCall): Promise<void> {
  await call.services.queue.leave({ interactionId: call.identity.interactionId, reason: "timeout" });
}

async function announce(
  node: QueueNode,
  call: NodeCall,
  { turn, waitedMs, over }: { turn: number; waitedMs: number; over: AbortSignal },
): Promise<void> {
  const wantsPlace = node.sayPosition === true || node.sayEstimatedWait === true;
  const place = wantsPlace ? await call.services.queue.place(call.identity.interactionId) : null;
  const { say, data } = announcement(node, { turn, place, callbackOpen: callbackOpen(node, waitedMs) });
  if (say.length === 0 || over.aborted) return;
  const media = await call.services.speech.media({ tenantId: call.identity.tenantId, say, data });
  await call.leg.play(media, { interruptibleByKeys: true, signal: over });
}

/** Lets time pass, one ear on the keys. True when the caller will be called back instead. */
async function listen(
  node: QueueNode,
  call: NodeCall,
  { forMs, waitedMs, over }: { forMs: number; waitedMs: () => number; over: AbortSignal },
): Promise<boolean> {
  const untilMs = waitedMs() + forMs;
  while (!over.aborted) {
    const leftMs = untilMs - waitedMs();
    if (leftMs <= 0) return false;
    const key = callbackOpen(node, waitedMs()) && node.callback ? [node.callback.key] : [];
    const choice = await call.keys.choose(key, leftMs, over);
    if (choice.kind === "key" && !over.aborted) return keepPlace(call, over);
  }
  return false;
}

function callbackOpen(node: QueueNode, waitedMs: number): boolean {
  return node.callback !== undefined && waitedMs >= node.callback.afterSeconds * 1000;
}

async function keepPlace(call: NodeCall, over: AbortSignal): Promise<boolean> {
  const agreed = await agreeCallbackNumber(call, { attempts: CALLBACK_ATTEMPTS, signal: over });
  if (agreed.kind !== "number" || over.aborted) return false;
  const { interactionId } = call.identity;
  if ((await call.services.queue.keepPlace({ interactionId, number: agreed.number })) === "kept") return true;
  if (!over.aborted) await call.say([phrase("callbackRefused")], { interruptible: true, signal: over });
  return false;
}
