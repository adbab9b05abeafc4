import type { BoardQueue } from "@vera/contracts/board";

/** From this share of the threshold on a wait is at risk. */
const RISK_FROM = 0.8;

export interface QueueWait {
  /** Of the person who has waited longest; null when nobody waits. */
  ms: number | null;
  /** Of the threshold; 1 = reached. */
  share: number;
  tone: "wait" | "risk" | "breach";
}

export function queueWait(
  queue: Pick<BoardQueue, "longestSince" | "thresholdSeconds">,
  now: number,
): QueueWait {
  if (queue.longestSince === null) return { ms: null, share: 0, tone: "wait" };
  const ms = Math.max(0, now - Date.parse(queue.longestSince));
  const share = ms / (queue.thresholdSeconds * 1000);
  return { ms, share, tone: share >= 1 ? "breach" : share >= RISK_FROM ? "risk" : "wait" };
}

/** Who has waited longest against their threshold first; then more people; then the lower level; then the name. */
export function byUrgency(
  queues: readonly (readonly [string, BoardQueue])[],
  { now, locale }: { now: number; locale: string },
): string[] {
  const collator = new Intl.Collator(locale);
  const rows = queues.map(([id, queue]) => ({ id, queue, share: queueWait(queue, now).share }));
  rows.sort(
    (a, b) =>
      b.share - a.share ||
      b.queue.waiting - a.queue.waiting ||
      levelOf(a.queue) - levelOf(b.queue) ||
      collator.compare(a.queue.name, b.queue.name),
  );
  return rows.map(({ id }) => id);
}

/** A queue without calls is the least urgent. */
function levelOf({ slToday }: BoardQueue): number {
  return slToday.denominator === 0 ? 2 : slToday.numerator / slToday.denominator;
}
