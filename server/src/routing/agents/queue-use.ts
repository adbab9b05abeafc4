import { demandFor } from "../engine/demands.ts";
import type { Engine } from "../engine/engine.ts";
import type { QueueRecord } from "../engine/records.ts";
import type { Router } from "../live/router.ts";

export interface QueueUse {
  readonly queueId: string;
  /** Agents who could take the next contact of the queue now. */
  readonly agentsReady: number;
  readonly callbacksWaiting: number;
  readonly nextCallbackAt: Date | null;
}

const VOICE = 0;

/** For the live board, which asks after every change: reads the lines of free agents, never the agents. */
export function queueUse({ live: { engine } }: Router): QueueUse[] {
  if (!engine) return [];
  const appointments = nextAppointments(engine);
  return [...engine.queues.values()].map((queue) => {
    const at = appointments.get(queue);
    return {
      queueId: queue.settings.queueId,
      agentsReady: agentsReady(engine, queue),
      callbacksWaiting: queue.callbacksWaiting,
      nextCallbackAt: at === undefined ? null : new Date(at),
    };
  });
}

/** Free for a call under the queue's first requirements. */
export function agentsReady(engine: Engine, queue: QueueRecord): number {
  const demand = demandFor(engine, queue, { channel: VOICE, step: 0, own: [] });
  return demand.shortlist
    .lines()
    .reduce((sum, index) => sum + (engine.fronts.lines[index]?.idle.size ?? 0), 0);
}

function nextAppointments(engine: Engine): Map<QueueRecord, number> {
  const next = new Map<QueueRecord, number>();
  for (const { status, kind, queue, notBefore } of engine.interactions.values()) {
    if (status !== "scheduled" || kind !== "callback") continue;
    next.set(queue, Math.min(notBefore, next.get(queue) ?? notBefore));
  }
  return next;
}
