import type { Router } from "../live/router.ts";
import { servers } from "./live-lists.ts";

export interface QueueUse {
  readonly queueId: string;
  /** Agents who could take the next contact of the queue now. */
  readonly agentsReady: number;
  readonly callbacksWaiting: number;
  readonly nextCallbackAt: Date | null;
}

/** For the live board, which asks after every change: from memory, agents × queues. */
export function queueUse({ live: { engine } }: Router): QueueUse[] {
  return [...engine.queues.values()].map(({ settings, callbacksWaiting }) => ({
    queueId: settings.queueId,
    agentsReady: servers(engine.agents.values(), settings).agentsReady,
    callbacksWaiting,
    nextCallbackAt: null,
  }));
}
