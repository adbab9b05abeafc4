import type { BoardQueue } from "@vera/contracts/board";
import type { CatalogueQueue } from "../catalogue.ts";
import type { LiveQueueUse } from "./board-sources.ts";
import type { Day } from "./day.ts";
import { addTally, addVisit, ahtOf, emptyTally, halfHourStart, serviceLevelOf, type Tally } from "./tally.ts";

const RECENT_MS = 1_800_000;
/** The waiting that turns the meter to breach, in multiples of the service level's T. */
const THRESHOLD_FACTOR = 3;
export const TARGET = 0.8;

export interface QueueTallies {
  readonly today: Tally;
  readonly recent: Tally;
  /** By the instant the half hour starts. */
  readonly halfHours: Map<string, Tally>;
}

/** One pass over the queue's stays of today. */
export function tallyQueue(
  day: Day,
  { queue, nowMs }: { queue: CatalogueQueue; nowMs: number },
): QueueTallies {
  const [today, recent, halfHours] = [emptyTally(), emptyTally(), new Map<string, Tally>()];
  for (const visit of day.visits.get(queue.id)?.values() ?? []) {
    const one = emptyTally();
    addVisit(one, visit, { thresholds: queue, emergency: day.emergencies.has(visit.interaction_id) });
    addTally(today, one);
    if (Date.parse(visit.entered_at) > nowMs - RECENT_MS) addTally(recent, one);
    const start = halfHourStart(day.startMs, visit.entered_at);
    const half = halfHours.get(start) ?? emptyTally();
    halfHours.set(start, half);
    addTally(half, one);
  }
  return { today, recent, halfHours };
}

export interface ShowQueue {
  readonly queue: CatalogueQueue;
  readonly tenantName: string;
  readonly tallies: QueueTallies;
  readonly use: LiveQueueUse | undefined;
}

export function showQueue(day: Day, { queue, tenantName, tallies, use }: ShowQueue): BoardQueue {
  const waiting = waitingIn(day, (stay) => stay.queueId === queue.id);
  const contacts = [...day.contacts.values()].filter((contact) => contact.queueId === queue.id);
  return {
    tenantId: queue.tenantId,
    tenantName,
    name: queue.name,
    channel: queue.channel,
    waiting: waiting.count,
    longestSince: waiting.longestSince,
    thresholdSeconds: queue.answerWithinSeconds * THRESHOLD_FACTOR,
    target: TARGET,
    slNow: serviceLevelOf(tallies.recent),
    slToday: serviceLevelOf(tallies.today),
    offered: tallies.today.offered,
    answered: tallies.today.answered,
    abandoned: tallies.today.abandoned,
    callbacksWaiting: use?.callbacksWaiting ?? 0,
    readyAgents: use?.agentsReady ?? 0,
    aht: ahtOf(contacts, day.ended),
  };
}

/** Citizens who wait on the line; a callback keeps its place too, but has its own count. */
export function waitingIn(
  day: Day,
  matches: (stay: { readonly queueId: string; readonly tenantId: string }) => boolean,
): { count: number; longestSince: string | null } {
  let [count, longest] = [0, Number.POSITIVE_INFINITY];
  for (const stay of day.waiting.values()) {
    if (stay.direction !== "inbound" || !matches(stay)) continue;
    count += 1;
    longest = Math.min(longest, stay.enteredAt.getTime());
  }
  return { count, longestSince: count === 0 ? null : new Date(longest).toISOString() };
}
