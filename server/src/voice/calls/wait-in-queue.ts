import type { QueueId } from "../../platform/index.ts";
import { takeOutOfBridge } from "../bridges/call-bridges.ts";
import { AsteriskLeg } from "../flow-leg/asterisk-leg.ts";
import type { Voice } from "../voice.ts";
import type { Call } from "./call-record.ts";
import { showSegment } from "./ribbon.ts";
import { callChanged } from "./screens.ts";

export interface Waiting {
  readonly queueId: QueueId;
  /** 10 = first: the citizen has waited before and was let down. */
  readonly priority?: number;
  /** The queue is closed, full, or its longest wait is over. */
  readonly onRefused: () => Promise<void>;
}

const FIRST = 10;

/**
 * Music and a place in a queue for a citizen who is in no flow any more: transferred to a queue, or whose agent's phone failed.
 * Returns at once; the waiting itself goes on until somebody answers or the queue gives up.
 */
export async function waitInQueue(voice: Voice, call: Call, waiting: Waiting): Promise<void> {
  const { citizen } = call;
  if (!citizen || call.phase === "ended") return;
  call.phase = "flow";
  call.queueId = waiting.queueId;
  await takeOutOfBridge(voice, call, citizen);
  const leg = new AsteriskLeg(voice, { call, leg: citizen, playbacks: voice.playbacks });
  call.flowLeg = leg;
  showSegment(call, { kind: "queue", agentId: null, startedAt: voice.platform.clock.now() });
  call.flowRun = wait(voice, call, leg, waiting).then(() => null);
  callChanged(voice, call);
}

async function wait(voice: Voice, call: Call, leg: AsteriskLeg, waiting: Waiting): Promise<void> {
  const { queue } = voice.ports.routing;
  const { interactionId } = call;
  const abandoned = (): void =>
    void queue.leave({ interactionId, reason: "abandoned" }).catch(() => undefined);
  leg.ended.addEventListener("abort", abandoned, { once: true });
  try {
    await leg.startMusic(voice.sounds.music);
    const { outcome } = await queue.enter({
      interactionId,
      tenantId: call.tenantId,
      citizenId: call.citizenId,
      queueId: waiting.queueId,
      priority: waiting.priority ?? FIRST,
      callerNumber: call.peerNumber,
      topic: null,
    });
    call.flowRun = null;
    if (outcome === "answered" || outcome === "left" || leg.ended.aborted) return;
    await waiting.onRefused();
  } catch (err) {
    if (leg.ended.aborted) return;
    voice.log.error({ err, interactionId }, "a citizen could not be put in a queue");
    call.flowRun = null;
    await waiting.onRefused();
  } finally {
    leg.ended.removeEventListener("abort", abandoned);
  }
}
