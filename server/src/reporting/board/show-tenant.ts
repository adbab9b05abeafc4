import type { BoardFigures, BoardHalfHour } from "@vera/contracts/board";
import type { LiveQueueUse } from "./board-sources.ts";
import type { Day } from "./day.ts";
import type { Roll } from "./roll.ts";
import { type QueueTallies, waitingIn } from "./show-queue.ts";
import { addTally, ahtOf, emptyTally, figuresOf, halfHourOf, type Tally } from "./tally.ts";

interface Parts {
  readonly day: Day;
  readonly roll: Roll;
  readonly tallies: ReadonlyMap<string, QueueTallies>;
  readonly queueUse: ReadonlyMap<string, LiveQueueUse>;
}

/** One organism's day so far: the sum over its queues, with its emergencies. */
export function showFigures({ day, roll, tallies, queueUse }: Parts, tenantId: string): BoardFigures {
  const today = emptyTally();
  let callbacksWaiting = 0;
  let nextCallbackMs = Number.POSITIVE_INFINITY;
  for (const queueId of queuesOf(roll, tenantId)) {
    const tally = tallies.get(queueId);
    if (tally) addTally(today, tally.today);
    const use = queueUse.get(queueId);
    callbacksWaiting += use?.callbacksWaiting ?? 0;
    nextCallbackMs = Math.min(nextCallbackMs, use?.nextCallbackAt?.getTime() ?? Number.POSITIVE_INFINITY);
  }
  const waiting = waitingIn(day, (stay) => stay.tenantId === tenantId);
  const contacts = [...day.contacts.values()].filter((contact) => contact.tenantId === tenantId);
  return figuresOf(today, {
    aht: ahtOf(contacts, day.ended),
    waiting: waiting.count,
    longestSince: waiting.longestSince,
    callbacksWaiting,
    nextCallbackAt: Number.isFinite(nextCallbackMs) ? new Date(nextCallbackMs).toISOString() : null,
    emergencies: [...day.emergencies.values()].filter(
      (emergency) => emergency.tenantId === tenantId && Date.parse(emergency.at) >= day.startMs,
    ).length,
  });
}

export function showSeries({ roll, tallies }: Parts, tenantId: string): Record<string, BoardHalfHour> {
  const sums = new Map<string, Tally>();
  for (const queueId of queuesOf(roll, tenantId)) {
    for (const [start, tally] of tallies.get(queueId)?.halfHours ?? []) {
      const sum = sums.get(start) ?? emptyTally();
      sums.set(start, sum);
      addTally(sum, tally);
    }
  }
  return Object.fromEntries([...sums].sort().map(([start, tally]) => [start, halfHourOf(tally)]));
}

function queuesOf(roll: Roll, tenantId: string): string[] {
  return [...roll.queues.values()].filter((queue) => queue.tenantId === tenantId).map((queue) => queue.id);
}
