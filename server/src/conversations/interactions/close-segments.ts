import type { QueueOutcome, SegmentKind } from "@vera/contracts/conversations";
import { type Context, emit, type UserId } from "../../platform/index.ts";
import { interactionLeftQueue, interactionSegmentEnded } from "../events.ts";
import { which } from "./event-facts.ts";
import type { OpenSegment } from "./segment-lanes.ts";
import { addDurations, closeSegment, type InteractionRecord } from "./store.ts";

export interface CloseSegments {
  readonly interaction: InteractionRecord;
  readonly segments: readonly OpenSegment[];
  readonly at: Date;
  /** How a stay in a queue finished, should one be among the segments. */
  readonly queueOutcome: QueueOutcome;
  /** Who answered, with the outcome `answered`. */
  readonly agentId: UserId | null;
}

/** Ends the segments, adds their lengths to the interaction and tells what ended. */
export async function closeSegments(ctx: Context, input: CloseSegments): Promise<void> {
  if (input.segments.length === 0) return;
  const sums: Record<SegmentKind, number> = {
    ivr: 0,
    queue: 0,
    offer: 0,
    talk: 0,
    hold: 0,
    consult: 0,
    "wrap-up": 0,
  };
  for (const segment of input.segments) {
    sums[segment.kind] += await closeOne(ctx, { ...input, segment });
  }
  await addDurations(ctx, {
    id: input.interaction.id,
    waitMs: sums.queue,
    talkMs: sums.talk,
    // While the agent consults somebody, the citizen is on hold.
    holdMs: sums.hold + sums.consult,
    wrapUpMs: sums["wrap-up"],
  });
}

async function closeOne(
  ctx: Context,
  { interaction, segment, at, queueOutcome, agentId }: CloseSegments & { segment: OpenSegment },
): Promise<number> {
  // A clock that was set back must never give a negative length.
  const endedAt = at < segment.startedAt ? segment.startedAt : at;
  const durationMs = endedAt.getTime() - segment.startedAt.getTime();
  const target = { tenantId: interaction.tenantId, key: interaction.id };
  if (segment.kind === "queue" && segment.queueId !== null) {
    await closeSegment(ctx, { id: segment.id, endedAt, queueOutcome });
    await emit(ctx, interactionLeftQueue, {
      ...target,
      data: {
        ...which(interaction),
        visitId: segment.id,
        queueId: segment.queueId,
        enteredAt: segment.startedAt.toISOString(),
        leftAt: endedAt.toISOString(),
        waitMs: durationMs,
        outcome: queueOutcome,
        agentId: queueOutcome === "answered" ? agentId : null,
      },
    });
    return durationMs;
  }
  await closeSegment(ctx, { id: segment.id, endedAt, queueOutcome: null });
  await emit(ctx, interactionSegmentEnded, {
    ...target,
    data: {
      ...which(interaction),
      segmentId: segment.id,
      kind: segment.kind,
      agentId: segment.agentId,
      queueId: segment.queueId,
      startedAt: segment.startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      durationMs,
    },
  });
  return durationMs;
}
