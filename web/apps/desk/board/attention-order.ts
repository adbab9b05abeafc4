import type { AttentionItem, BoardState } from "@vera/contracts/board";
import type { InScope } from "./sum-figures.ts";

const RANK: Record<AttentionItem["kind"], number> = {
  "queue-over-threshold": 0,
  "not-responding": 1,
  "long-contact": 2,
  "long-wrap-up": 3,
  "trunk-asr-low": 4,
};

/** Callers who wait first, then people, then lines; the older of two alike first. Other organisms' queues are left out. */
export function attentionOrder(
  { attention, queues }: Pick<BoardState, "attention" | "queues">,
  inScope: InScope,
): AttentionItem[] {
  const shown = Object.values(attention).filter(({ queueId }) => {
    const queue = queueId === null ? undefined : queues[queueId];
    return queue === undefined || inScope(queue.tenantId);
  });
  return shown.sort((a, b) => RANK[a.kind] - RANK[b.kind] || Date.parse(a.since) - Date.parse(b.since));
}
