import {
  CHANNELS,
  DIRECTIONS,
  END_REASONS,
  OUTCOME_KINDS,
  QUEUE_OUTCOMES,
  SEGMENT_KINDS,
} from "@vera/contracts/conversations";
import { Instant, nullable, Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { defineEvent } from "../platform/index.ts";

// Events are kept for ever, so none carries an address, a name or a text: only ids, codes and times.
const which = {
  interactionId: Uuid,
  conversationId: Uuid,
  channel: Type.Enum(CHANNELS),
  direction: Type.Enum(DIRECTIONS),
};

export const interactionOpened = defineEvent(
  "interaction.opened",
  Type.Object({
    ...which,
    entryPointId: nullable(Uuid),
    citizenId: nullable(Uuid),
    parentInteractionId: nullable(Uuid),
    startedAt: Instant,
  }),
);

/** Entered a queue. `visitId` is the queue segment: the same in the event that ends the stay. */
export const interactionQueued = defineEvent(
  "interaction.queued",
  Type.Object({ ...which, visitId: Uuid, queueId: Uuid, enteredAt: Instant }),
);

/** Left a queue, however it went. `agentId` only with outcome `answered`. */
export const interactionLeftQueue = defineEvent(
  "interaction.left-queue",
  Type.Object({
    ...which,
    visitId: Uuid,
    queueId: Uuid,
    enteredAt: Instant,
    leftAt: Instant,
    /** leftAt − enteredAt, milliseconds. */
    waitMs: Type.Integer(),
    outcome: Type.Enum(QUEUE_OUTCOMES),
    agentId: nullable(Uuid),
  }),
);

const segment = {
  ...which,
  segmentId: Uuid,
  /** Never `queue`: those are told by interaction.queued and interaction.left-queue. */
  kind: Type.Enum(SEGMENT_KINDS),
  agentId: nullable(Uuid),
  queueId: nullable(Uuid),
  startedAt: Instant,
};
export const interactionSegmentStarted = defineEvent("interaction.segment-started", Type.Object(segment));

export const interactionSegmentEnded = defineEvent(
  "interaction.segment-ended",
  Type.Object({ ...segment, endedAt: Instant, durationMs: Type.Integer() }),
);

/** An agent's first word with the citizen: once per agent and interaction. */
export const interactionAnswered = defineEvent(
  "interaction.answered",
  Type.Object({
    ...which,
    agentId: Uuid,
    queueId: nullable(Uuid),
    answeredAt: Instant,
    /** True for the first agent of the interaction, false after a transfer. */
    first: Type.Boolean(),
  }),
);

export const interactionEnded = defineEvent(
  "interaction.ended",
  Type.Object({
    ...which,
    entryPointId: nullable(Uuid),
    citizenId: nullable(Uuid),
    reason: Type.Enum(END_REASONS),
    startedAt: Instant,
    answeredAt: nullable(Instant),
    endedAt: Instant,
    /** The last queue and the last agent. */
    queueId: nullable(Uuid),
    agentId: nullable(Uuid),
    emergency: nullable(Type.String()),
    waitMs: Type.Integer(),
    talkMs: Type.Integer(),
    holdMs: Type.Integer(),
  }),
);

export const interactionDispositioned = defineEvent(
  "interaction.dispositioned",
  Type.Object({
    ...which,
    agentId: nullable(Uuid),
    topicId: Uuid,
    outcomeCode: Type.String(),
    outcomeKind: Type.Enum(OUTCOME_KINDS),
    ticketId: nullable(Uuid),
    at: Instant,
  }),
);

export const interactionCitizenAssigned = defineEvent(
  "interaction.citizen-assigned",
  Type.Object({ ...which, citizenId: nullable(Uuid) }),
);

/** `service` is the emergency number it belongs to: "911", "107" … */
export const interactionEmergencyMarked = defineEvent(
  "interaction.emergency-marked",
  Type.Object({ ...which, service: Type.String(), at: Instant }),
);

export const interactionAttached = defineEvent(
  "interaction.attached",
  Type.Object({ ...which, kind: Type.Enum(["ticket", "recording"] as const), attachedId: Uuid }),
);
