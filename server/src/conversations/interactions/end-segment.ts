import type { SegmentKind } from "@vera/contracts/conversations";
import type { Context, InteractionId, UserId } from "../../platform/index.ts";
import { closeSegments } from "./close-segments.ts";
import { belongsToCitizen } from "./segment-lanes.ts";
import { lockInteraction, openSegments } from "./store.ts";

export interface EndSegment {
  readonly interactionId: InteractionId;
  /** Only the agent's kinds: what the citizen does ends with what follows, or with the interaction. */
  readonly kind: Exclude<SegmentKind, "ivr" | "queue">;
  readonly agentId: UserId;
  readonly at?: Date | undefined;
}

/** Ends an agent's slice without a following one: an offer declined, a wrap-up done. Nothing open: nothing happens. */
export async function endSegment(ctx: Context, input: EndSegment): Promise<void> {
  const interaction = await lockInteraction(ctx, input.interactionId);
  const open = await openSegments(ctx, interaction.id);
  await closeSegments(ctx, {
    interaction,
    segments: open.filter(
      (segment) =>
        segment.kind === input.kind && segment.agentId === input.agentId && !belongsToCitizen(segment.kind),
    ),
    at: input.at ?? ctx.clock.now(),
    queueOutcome: "left",
    agentId: null,
  });
}
