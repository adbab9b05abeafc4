import {
  type AnnouncedEvent,
  asSystem,
  type Context,
  eventsSince,
  type Platform,
} from "../../platform/index.ts";
import type { Fact } from "./fact.ts";
import { FACT_EVENTS, factsOf } from "./facts-of.ts";
import { insertFact } from "./store.ts";

export const FACT_SUBSCRIPTION = "reporting-facts";

/** Follows the event log behind a durable cursor and writes what it says. */
export function takeInFacts(platform: Platform): void {
  platform.events.subscribe(FACT_SUBSCRIPTION, FACT_EVENTS, async (ctx, event: AnnouncedEvent<unknown>) => {
    for (const fact of factsOf(event)) await insertFact(ctx, fact);
  });
}

/** All facts that the log holds since an instant, in its order. */
export async function* factsInLog(ctx: Context, since: Date): AsyncGenerator<Fact> {
  let afterSeq = 0;
  for (;;) {
    const events = await eventsSince(ctx, { definitions: FACT_EVENTS, since, afterSeq, limit: 1_000 });
    for (const event of events) yield* factsOf(event);
    const last = events.at(-1);
    if (!last) return;
    afterSeq = last.seq;
  }
}

/** Makes the facts again from the log; what is there stays. Returns how many were missing. */
export async function refillFacts(platform: Platform, since: Date): Promise<number> {
  return await asSystem(platform, "reporting-refill", async (ctx) => {
    let added = 0;
    for await (const fact of factsInLog(ctx, since)) if (await insertFact(ctx, fact)) added += 1;
    return added;
  });
}
