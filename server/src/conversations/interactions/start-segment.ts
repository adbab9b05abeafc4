import type { InteractionState, QueueOutcome, SegmentKind } from "@vera/contracts/conversations";
import {
  type Context,
  DomainError,
  emit,
  type InteractionId,
  type QueueId,
  type SegmentId,
  type UserId,
} from "../../platform/index.ts";
import { interactionAnswered, interactionQueued, interactionSegmentStarted } from "../events.ts";
import { closeSegments } from "./close-segments.ts";
import { which } from "./event-facts.ts";
import { nextState, stateOf } from "./interaction-state.ts";
import { belongsToCitizen, endedBy, type OpenSegment, queueOutcomeOf } from "./segment-lanes.ts";
import {
  type AgentPast,
  agentPast,
  type InteractionRecord,
  insertSegment,
  lockInteraction,
  openSegments,
  setState,
} from "./store.ts";

export interface StartSegment {
  readonly interactionId: InteractionId;
  readonly kind: SegmentKind;
  /** Required for all kinds but `ivr` and `queue`, which belong to the citizen alone. */
  readonly agentId?: UserId | undefined;
  /** Required for `queue`; for the agent's kinds it is taken over from what went before when left out. */
  readonly queueId?: QueueId | undefined;
  /** How an open stay in a queue finished; when left out: `answered` for talk, otherwise `left`. */
  readonly queueOutcome?: QueueOutcome | undefined;
  /** When it began, if that is known better than "now" (the telephone engine's own time). */
  readonly at?: Date | undefined;
}

/**
 * Begins a slice of the interaction and ends the ones it replaces (see endedBy). Repeating the command that
 * began the open slice of a lane changes nothing and returns that slice.
 */
export async function startSegment(ctx: Context, input: StartSegment): Promise<{ segmentId: SegmentId }> {
  checkParts(input);
  const interaction = await lockInteraction(ctx, input.interactionId);
  const open = await openSegments(ctx, interaction.id);
  const same = open.find((segment) => isSame(segment, input));
  if (same) return { segmentId: same.id };

  const state = stateAfter(interaction, input.kind);
  const ending = endedBy(open, { kind: input.kind, agentId: input.agentId ?? null });
  const past = await pastOf(ctx, input);
  const waited = ending.find((segment) => segment.kind === "queue");
  const segment: OpenSegment = {
    id: ctx.ids.uuid<SegmentId>(),
    kind: input.kind,
    agentId: input.agentId ?? null,
    queueId: input.queueId ?? waited?.queueId ?? past.queueId,
    startedAt: input.at ?? ctx.clock.now(),
  };
  await closeSegments(ctx, {
    interaction,
    segments: ending,
    at: segment.startedAt,
    queueOutcome: input.queueOutcome ?? queueOutcomeOf(segment),
    agentId: segment.agentId,
  });
  await insertSegment(ctx, { ...segment, tenantId: interaction.tenantId, interactionId: interaction.id });
  await moveTo(ctx, { interaction, segment, state });
  await tell(ctx, { interaction, segment, firstTalk: segment.kind === "talk" && !past.talked });
  return { segmentId: segment.id };
}

/** Only the agent's wrap-up may follow the end. */
function stateAfter(interaction: InteractionRecord, kind: SegmentKind): InteractionState {
  const state = stateOf(kind);
  if (state !== null) return nextState(interaction.state, state);
  if (interaction.state === "ended" && kind !== "wrap-up") {
    throw new DomainError("conflict", `Interaction ${interaction.id} has ended`, { key: "interactionEnded" });
  }
  return interaction.state;
}

async function pastOf(ctx: Context, { interactionId, agentId }: StartSegment): Promise<AgentPast> {
  if (agentId === undefined) return { queueId: null, talked: false };
  return await agentPast(ctx, { interactionId, agentId });
}

interface Started {
  readonly interaction: InteractionRecord;
  readonly segment: OpenSegment;
}

async function moveTo(
  ctx: Context,
  { interaction, segment, state }: Started & { state: InteractionState },
): Promise<void> {
  const talks = segment.kind === "talk";
  await setState(ctx, {
    id: interaction.id,
    state,
    queueId: segment.kind === "queue" ? segment.queueId : null,
    agentId: talks ? segment.agentId : null,
    answeredAt: talks ? segment.startedAt : null,
  });
}

async function tell(
  ctx: Context,
  { interaction, segment, firstTalk }: Started & { firstTalk: boolean },
): Promise<void> {
  const target = { tenantId: interaction.tenantId, key: interaction.id };
  const startedAt = segment.startedAt.toISOString();
  const { id: segmentId, kind, agentId, queueId } = segment;
  if (kind === "queue" && queueId !== null) {
    const data = { ...which(interaction), visitId: segmentId, queueId, enteredAt: startedAt };
    await emit(ctx, interactionQueued, { ...target, data });
    return;
  }
  const data = { ...which(interaction), segmentId, kind, agentId, queueId, startedAt };
  await emit(ctx, interactionSegmentStarted, { ...target, data });
  if (firstTalk && agentId !== null) {
    const first = interaction.answeredAt === null;
    const answer = { ...which(interaction), agentId, queueId, answeredAt: startedAt, first };
    await emit(ctx, interactionAnswered, { ...target, data: answer });
  }
}

function isSame(segment: OpenSegment, input: StartSegment): boolean {
  return (
    segment.kind === input.kind &&
    segment.agentId === (input.agentId ?? null) &&
    (input.queueId === undefined || segment.queueId === input.queueId)
  );
}

function checkParts({ kind, agentId, queueId }: StartSegment): void {
  if (belongsToCitizen(kind) !== (agentId === undefined)) {
    throw new DomainError("invalid", `A segment of kind ${kind} ${agentId ? "has no" : "needs an"} agent`);
  }
  if (kind === "queue" && queueId === undefined) {
    throw new DomainError("invalid", "A segment of kind queue needs a queue");
  }
}
