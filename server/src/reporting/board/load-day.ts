import { waitingNow } from "../../conversations/index.ts";
import { type Context, eventsSince } from "../../platform/index.ts";
import { dayBounds } from "../day-bounds.ts";
import { addStay, applyEvent, BOARD_EVENTS } from "./apply-event.ts";
import { agentOf, createDay, type Day } from "./day.ts";
import { latestAgentStates } from "./store.ts";

const PAGE = 2_000;

/** The day as the database knows it: who waits, how agents stood at midnight, and everything that happened since. */
export async function loadDay(ctx: Context, zone: string): Promise<Day> {
  const day = createDay(dayBounds(ctx.clock.now(), zone));
  const since = new Date(day.startMs);
  for (const state of await latestAgentStates(ctx, since)) {
    const inHand = { requestedState: null, interactionId: null, queueId: null, tenantId: null };
    agentOf(day, state.agent_id).now = { ...state, since: state.at, activitySince: state.at, ...inHand };
  }
  for (const stay of await waitingNow(ctx)) addStay(day, stay);
  let afterSeq = 0;
  for (;;) {
    const events = await eventsSince(ctx, { definitions: BOARD_EVENTS, since, afterSeq, limit: PAGE });
    for (const event of events) applyEvent(day, event);
    const last = events.at(-1);
    if (!last) return day;
    afterSeq = last.seq;
  }
}
