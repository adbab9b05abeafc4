import type { Context } from "../../platform/index.ts";
import type { Catalogue } from "../catalogue.ts";

export interface LiveQueueUse {
  readonly queueId: string;
  /** Agents who could take the next contact of the queue now. */
  readonly agentsReady: number;
  readonly callbacksWaiting: number;
  readonly nextCallbackAt: Date | null;
}

/** What the board cannot know from events; processes/ joins routing and voice. */
export interface BoardSources {
  readonly catalogue: Catalogue;
  /** routing: asked after each change of an agent or a queue, so it must be cheap. */
  liveQueues(): readonly LiveQueueUse[];
  /** voice: calls that are on each trunk now. */
  trunkUse(ctx: Context): Promise<ReadonlyMap<string, number>>;
}
