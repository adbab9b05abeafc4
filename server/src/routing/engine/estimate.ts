import type { Engine } from "./engine.ts";
import type { QueueRecord } from "./records.ts";

/** Weight of the newest interval in the smoothed one. */
const NEWEST = 0.2;

/** Learns how fast the queue is being answered, counting only time in which somebody waited. */
export function measureAnswer(queue: QueueRecord, now: number): void {
  const interval = now - Math.max(queue.lastAnsweredAt, queue.busySince);
  queue.lastAnsweredAt = now;
  if (interval <= 0) return;
  queue.answerIntervalMs =
    queue.answerIntervalMs === null
      ? interval
      : queue.answerIntervalMs + NEWEST * (interval - queue.answerIntervalMs);
}

export interface Place {
  /** 1 = next. */
  readonly position: number;
  /** null while the queue's pace is not known. */
  readonly estimatedWaitMs: number | null;
}

/** The place in its queue now. Counts the queue's waiting: for announcements, not for routing. */
export function placeOf(engine: Engine, interactionId: string, now: number): Place | null {
  const interaction = engine.interactions.get(interactionId);
  if (!interaction || interaction.status === "scheduled" || interaction.status === "connecting") return null;
  const { queue } = interaction;
  let position = 1;
  for (const demand of queue.demands) {
    for (const other of demand.waiting.items()) {
      // One ageing per queue, so scores compare at any instant.
      if (other !== interaction && isAhead(other, interaction)) position += 1;
    }
  }
  return { position, estimatedWaitMs: estimate(queue, position, now) };
}

function isAhead(
  a: { score: number; enqueuedAt: number; seq: number },
  b: { score: number; enqueuedAt: number; seq: number },
): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.enqueuedAt === b.enqueuedAt ? a.seq < b.seq : a.enqueuedAt < b.enqueuedAt;
}

function estimate(queue: QueueRecord, position: number, now: number): number | null {
  if (queue.answerIntervalMs === null) return null;
  // When answers stop coming, the pace is at best one per silence so far.
  const silence = now - Math.max(queue.lastAnsweredAt, queue.busySince);
  return Math.round(position * Math.max(queue.answerIntervalMs, silence / 2));
}
