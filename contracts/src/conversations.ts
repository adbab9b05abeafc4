import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

export const CHANNELS = [
  "voice",
  "webchat",
  "email",
  "sms",
  "whatsapp",
  "telegram",
  "messenger",
  "instagram",
  "walk-in",
] as const;
export type Channel = (typeof CHANNELS)[number];

export const DIRECTIONS = ["inbound", "outbound"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where the citizen's side of an interaction is; the drawing of who may follow whom is in the module's README. */
export const INTERACTION_STATES = ["arrived", "in-flow", "queued", "connected", "ended"] as const;
export type InteractionState = (typeof INTERACTION_STATES)[number];

export const SEGMENT_KINDS = ["ivr", "queue", "offer", "talk", "hold", "consult", "wrap-up"] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** How a stay in a queue finished. `left` = the flow took the citizen elsewhere by their own choice. */
export const QUEUE_OUTCOMES = [
  "answered",
  "abandoned",
  "callback",
  "timeout",
  "overflow",
  "closed",
  "left",
  "interrupted",
] as const;
export type QueueOutcome = (typeof QUEUE_OUTCOMES)[number];

export const END_REASONS = [
  "citizen-left",
  "agent-ended",
  "flow-ended",
  "transferred-out",
  "emergency",
  "callback",
  "voicemail",
  "not-answered",
  "busy",
  "rejected",
  "failed",
  "interrupted",
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What an outcome code means for the figures: `solved` counts as first-line solution, `ticket` asks for a ticket. */
export const OUTCOME_KINDS = ["solved", "ticket", "transferred", "callback", "no-contact", "other"] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const OutcomeCode = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  /** Short, stable, lower case: `resuelto`, `ticket`. Unique within the tenant. */
  code: Type.String(),
  name: Type.String(),
  kind: Type.Enum(OUTCOME_KINDS),
  requiresSummary: Type.Boolean(),
  active: Type.Boolean(),
  position: Type.Integer(),
});
export type OutcomeCode = Static<typeof OutcomeCode>;

export const NewOutcomeCode = Type.Object({
  tenantId: Uuid,
  code: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,39}$" }),
  name: Type.String({ minLength: 1, maxLength: 80 }),
  kind: Type.Enum(OUTCOME_KINDS),
  requiresSummary: Type.Optional(Type.Boolean()),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
});
export type NewOutcomeCode = Static<typeof NewOutcomeCode>;

export const OutcomeCodeChange = Type.Object({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  kind: Type.Optional(Type.Enum(OUTCOME_KINDS)),
  requiresSummary: Type.Optional(Type.Boolean()),
  active: Type.Optional(Type.Boolean()),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
});
export type OutcomeCodeChange = Static<typeof OutcomeCodeChange>;

/** One slice for the ribbon. `endedAt` null = still running. Citizen lane: ivr, queue; the others belong to `agentId`'s lane. */
export const Segment = Type.Object({
  id: Uuid,
  kind: Type.Enum(SEGMENT_KINDS),
  agentId: nullable(Uuid),
  agentName: nullable(Type.String()),
  queueId: nullable(Uuid),
  queueName: nullable(Type.String()),
  startedAt: Instant,
  endedAt: nullable(Instant),
  /** Only of kind `queue`. */
  queueOutcome: nullable(Type.Enum(QUEUE_OUTCOMES)),
});
export type Segment = Static<typeof Segment>;

export const Disposition = Type.Object({
  id: Uuid,
  agentId: nullable(Uuid),
  agentName: nullable(Type.String()),
  topicId: Uuid,
  /** Jurisdiction first: ["Provincia", "Energía", "Corte de luz", "Reclamo"]. */
  topicPath: Type.Array(Type.String()),
  outcomeCode: Type.String(),
  outcomeName: Type.String(),
  summary: Type.String(),
  ticketId: nullable(Uuid),
  at: Instant,
});
export type Disposition = Static<typeof Disposition>;

export const NewDisposition = Type.Object({
  topicId: Uuid,
  outcomeCode: Type.String({ minLength: 1, maxLength: 40 }),
  summary: Type.String({ maxLength: 4000 }),
  ticketId: Type.Optional(Uuid),
});
export type NewDisposition = Static<typeof NewDisposition>;

export const InteractionRow = Type.Object({
  id: Uuid,
  conversationId: Uuid,
  tenantId: Uuid,
  channel: Type.Enum(CHANNELS),
  direction: Type.Enum(DIRECTIONS),
  state: Type.Enum(INTERACTION_STATES),
  fromAddress: Type.String(),
  toAddress: Type.String(),
  citizenId: nullable(Uuid),
  citizenName: nullable(Type.String()),
  /** The last queue it waited in and the last agent who talked. */
  queueId: nullable(Uuid),
  queueName: nullable(Type.String()),
  agentId: nullable(Uuid),
  agentName: nullable(Type.String()),
  startedAt: Instant,
  answeredAt: nullable(Instant),
  endedAt: nullable(Instant),
  endReason: nullable(Type.Enum(END_REASONS)),
  /** Milliseconds so far; running segments count up to now. */
  waitMs: Type.Integer(),
  talkMs: Type.Integer(),
  holdMs: Type.Integer(),
  wrapUpMs: Type.Integer(),
  /** The emergency service it was handed to ("911"), else null. */
  emergency: nullable(Type.String()),
  topicId: nullable(Uuid),
  topicName: nullable(Type.String()),
  outcomeCode: nullable(Type.String()),
  ticketId: nullable(Uuid),
  hasRecording: Type.Boolean(),
});
export type InteractionRow = Static<typeof InteractionRow>;

export const INTERACTION_SORTS = ["startedAt", "waitMs", "talkMs"] as const;

export const InteractionsQuery = Type.Object({
  tenantId: Type.Optional(Uuid),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  channel: Type.Optional(Type.Enum(CHANNELS)),
  direction: Type.Optional(Type.Enum(DIRECTIONS)),
  state: Type.Optional(Type.Enum(INTERACTION_STATES)),
  endReason: Type.Optional(Type.Enum(END_REASONS)),
  queueId: Type.Optional(Uuid),
  agentId: Type.Optional(Uuid),
  citizenId: Type.Optional(Uuid),
  topicId: Type.Optional(Uuid),
  outcomeCode: Type.Optional(Type.String({ maxLength: 40 })),
  /** Part of the caller's or the called address, digits as typed. */
  address: Type.Optional(Type.String({ minLength: 3, maxLength: 60 })),
  emergency: Type.Optional(Type.Boolean()),
  answered: Type.Optional(Type.Boolean()),
  undispositioned: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(INTERACTION_SORTS)),
  order: Type.Optional(Type.Enum(["asc", "desc"] as const)),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type InteractionsQuery = Static<typeof InteractionsQuery>;

export const InteractionsPage = Type.Object({
  items: Type.Array(InteractionRow),
  /** Pass back as `cursor`; null = that was all. */
  nextCursor: nullable(Type.String()),
});
export type InteractionsPage = Static<typeof InteractionsPage>;

export const InteractionEvent = Type.Object({
  at: Instant,
  type: Type.String(),
  /** Facts of the event for the reader (never personal data). */
  data: Type.Record(Type.String(), Type.Unknown()),
});
export type InteractionEvent = Static<typeof InteractionEvent>;

export const InteractionNote = Type.Object({
  id: Uuid,
  authorId: nullable(Uuid),
  authorName: Type.String(),
  text: Type.String(),
  at: Instant,
});
export type InteractionNote = Static<typeof InteractionNote>;
export const NewInteractionNote = Type.Object({ text: Type.String({ minLength: 1, maxLength: 4000 }) });

export const InteractionDetail = Type.Object({
  ...InteractionRow.properties,
  entryPointId: nullable(Uuid),
  parentInteractionId: nullable(Uuid),
  segments: Type.Array(Segment),
  dispositions: Type.Array(Disposition),
  notes: Type.Array(InteractionNote),
  events: Type.Array(InteractionEvent),
  articlesRead: Type.Array(
    Type.Object({ articleId: Uuid, version: Type.Integer(), title: Type.String(), at: Instant }),
  ),
  tickets: Type.Array(Type.Object({ ticketId: Uuid, number: Type.String(), subject: Type.String() })),
  recordings: Type.Array(
    Type.Object({ recordingId: Uuid, startedAt: Instant, durationMs: nullable(Type.Integer()) }),
  ),
});
export type InteractionDetail = Static<typeof InteractionDetail>;

export const AssignCitizen = Type.Object({ citizenId: nullable(Uuid) });

export const CitizenTimelineItem = Type.Object({
  interactionId: Uuid,
  conversationId: Uuid,
  tenantId: Uuid,
  tenantName: Type.String(),
  channel: Type.Enum(CHANNELS),
  direction: Type.Enum(DIRECTIONS),
  at: Instant,
  state: Type.Enum(INTERACTION_STATES),
  queueName: nullable(Type.String()),
  agentName: nullable(Type.String()),
  topicName: nullable(Type.String()),
  outcomeName: nullable(Type.String()),
  summary: nullable(Type.String()),
  ticketId: nullable(Uuid),
  /** True when it belongs to an organism outside the reader's scope and is shown because a purpose was given. */
  shownByPurpose: Type.Boolean(),
});
export type CitizenTimelineItem = Static<typeof CitizenTimelineItem>;

/** GET /api/v1/citizens/:citizenId/interactions */
export const CitizenTimelineQuery = Type.Object({
  /** Why the reader needs what other organisms hold; leaves an audit row. Without it those are only counted. */
  purpose: Type.Optional(Type.String({ minLength: 10, maxLength: 300 })),
  before: Type.Optional(Instant),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export const CitizenTimeline = Type.Object({
  items: Type.Array(CitizenTimelineItem),
  /** Interactions of other organisms: "otro organismo · visible con motivo". 0 once a purpose was given. */
  hiddenCount: Type.Integer(),
  nextBefore: nullable(Instant),
});
export type CitizenTimeline = Static<typeof CitizenTimeline>;
