import type { EndReason, QueueOutcome } from "@vera/contracts/conversations";
import { type Context, emit, type InteractionId } from "../../platform/index.ts";
import { interactionEnded } from "../events.ts";
import { closeSegments } from "./close-segments.ts";
import { which } from "./event-facts.ts";
import { nextState } from "./interaction-state.ts";
import { endedWithInteraction } from "./segment-lanes.ts";
import { lockInteraction, openSegments, setEnded } from "./store.ts";

export interface EndInteraction {
  readonly interactionId: InteractionId;
  readonly reason: EndReason;
  readonly at?: Date | undefined;
}

/** Ends the citizen's part. The agents' wrap-up goes on. Ending twice keeps the first reason and time. */
export async function endInteraction(ctx: Context, input: EndInteraction): Promise<void> {
  const interaction = await lockInteraction(ctx, input.interactionId);
  if (interaction.state === "ended") return;
  nextState(interaction.state, "ended");
  const asked = input.at ?? ctx.clock.now();
  const open = await openSegments(ctx, interaction.id);
  const latest = Math.max(
    interaction.startedAt.getTime(),
    ...open.map((segment) => segment.startedAt.getTime()),
  );
  const endedAt = asked.getTime() < latest ? new Date(latest) : asked;
  await closeSegments(ctx, {
    interaction,
    segments: endedWithInteraction(open),
    at: endedAt,
    queueOutcome: outcomeOf(input.reason),
    agentId: null,
  });
  await setEnded(ctx, { id: interaction.id, endedAt, reason: input.reason });
  const final = await lockInteraction(ctx, interaction.id);
  await emit(ctx, interactionEnded, {
    tenantId: interaction.tenantId,
    key: interaction.id,
    data: {
      ...which(final),
      entryPointId: final.entryPointId,
      citizenId: final.citizenId,
      reason: input.reason,
      startedAt: final.startedAt.toISOString(),
      answeredAt: final.answeredAt?.toISOString() ?? null,
      endedAt: endedAt.toISOString(),
      queueId: final.queueId,
      agentId: final.agentId,
      emergency: final.emergency,
      waitMs: final.waitMs,
      talkMs: final.talkMs,
      holdMs: final.holdMs,
    },
  });
}

/** How a wait that was still running counts: only a citizen who gave up is an abandon. */
function outcomeOf(reason: EndReason): QueueOutcome {
  switch (reason) {
    case "citizen-left":
      return "abandoned";
    case "callback":
      return "callback";
    case "interrupted":
    case "failed":
      return "interrupted";
    case "agent-ended":
    case "flow-ended":
    case "transferred-out":
    case "emergency":
    case "voicemail":
    case "not-answered":
    case "busy":
    case "rejected":
      return "left";
  }
}
