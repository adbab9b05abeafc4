import type { MyDay } from "@vera/contracts/reporting";
import type { Context, UserId } from "../../platform/index.ts";
import { handledSince, type StateSpan, stateSpans } from "./store.ts";

/** The agent's own day so far, "Tu jornada". */
export async function readMyDay(
  ctx: Context,
  { agentId, since }: { agentId: UserId; since: Date },
): Promise<MyDay> {
  const spans = await stateSpans(ctx, { agentId, since });
  const nowMs = ctx.clock.now().getTime();
  const total = (matches: (span: StateSpan) => boolean): number =>
    spans
      .filter(matches)
      .reduce(
        (sum, { startedAt, endedAt }) => sum + ((endedAt?.getTime() ?? nowMs) - startedAt.getTime()),
        0,
      );
  return {
    ...(await handledSince(ctx, { agentId, since })),
    readyMs: total((span) => span.state === "ready" && !busy(span)),
    pausedMs: total((span) => span.state === "paused" && !busy(span)),
    ribbon: spans.map((span) => ({
      state: busy(span) ? span.activity : span.state,
      reason: span.reason,
      startedAt: span.startedAt.toISOString(),
      endedAt: span.endedAt?.toISOString() ?? null,
    })),
  };
}

function busy({ activity }: StateSpan): boolean {
  return activity === "on-contact" || activity === "wrap-up";
}
