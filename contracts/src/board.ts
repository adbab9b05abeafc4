import Type, { type Static } from "typebox";
import { CHANNELS } from "./conversations.ts";
import { Instant, nullable, Uuid } from "./shapes.ts";

/**
 * Realtime topic `board`, key `all`. Every map is keyed by id and every patch replaces one leaf or one entry
 * (`["queues", queueId, "waiting"]`). All figures travel as numerator and denominator, so the client adds up
 * what the reader may see: the strip is the sum over `figures`, the chart the sum over `series`.
 */
export const Ratio = Type.Object({ numerator: Type.Number(), denominator: Type.Number() });
export type Ratio = Static<typeof Ratio>;

export const BoardQueue = Type.Object({
  tenantId: Uuid,
  tenantName: Type.String(),
  name: Type.String(),
  channel: Type.Enum(CHANNELS),
  waiting: Type.Integer(),
  /** When the longest waiting entered; null when nobody waits. The client runs the clock. */
  longestSince: nullable(Instant),
  /** The meter's tick: waiting longer than this is `breach`. */
  thresholdSeconds: Type.Integer(),
  /** 0–1, to compare both service levels with. */
  target: Type.Number(),
  /** Last 30 minutes. */
  slNow: Ratio,
  slToday: Ratio,
  offered: Type.Integer(),
  answered: Type.Integer(),
  abandoned: Type.Integer(),
  callbacksWaiting: Type.Integer(),
  readyAgents: Type.Integer(),
  /** Milliseconds (talk + hold + wrap-up) ÷ handled, today. */
  aht: Ratio,
});
export type BoardQueue = Static<typeof BoardQueue>;

export const AGENT_ACTIVITIES = ["idle", "offered", "on-contact", "wrap-up"] as const;
export type AgentActivity = (typeof AGENT_ACTIVITIES)[number];

export const BoardOffer = Type.Object({ interactionId: Uuid, queueId: Uuid, expiresAt: Instant });

export const BoardAgent = Type.Object({
  name: Type.String(),
  /** Chosen state: ready, paused, offline. */
  state: Type.Enum(["ready", "paused", "offline"] as const),
  /** Code of the pause reason; its label is in GET /pause-reasons. */
  pauseReason: nullable(Type.String()),
  requestedState: nullable(Type.String()),
  /** Since when in `state`. */
  since: Instant,
  activity: Type.Enum(AGENT_ACTIVITIES),
  /** Also of "idle": an agent who is free again has not been ready since the morning. Null before the first word. */
  activitySince: nullable(Instant),
  onHold: Type.Boolean(),
  /** Of the contact or wrap-up; null also when it belongs to an organism the reader may not see. */
  queueId: nullable(Uuid),
  interactionId: nullable(Uuid),
  offers: Type.Record(Type.String(), BoardOffer),
  /** Finished so far today, milliseconds; the client adds what runs. */
  today: Type.Object({
    onContactMs: Type.Number(),
    readyMs: Type.Number(),
    handled: Type.Integer(),
    handleMs: Type.Number(),
  }),
});
export type BoardAgent = Static<typeof BoardAgent>;

export const BoardTrunk = Type.Object({
  name: Type.String(),
  busy: Type.Integer(),
  /** Channels it can carry; null = not limited. */
  capacity: nullable(Type.Integer()),
  /** Since the full hour. */
  asrHour: Ratio,
  nerHour: Ratio,
});
export type BoardTrunk = Static<typeof BoardTrunk>;

/** One tenant's day so far. */
export const BoardFigures = Type.Object({
  offered: Type.Integer(),
  answered: Type.Integer(),
  abandoned: Type.Integer(),
  serviceLevel: Ratio,
  /** Milliseconds in queue of the answered ÷ answered. */
  asa: Ratio,
  aht: Ratio,
  waiting: Type.Integer(),
  longestSince: nullable(Instant),
  callbacksWaiting: Type.Integer(),
  nextCallbackAt: nullable(Instant),
  emergencies: Type.Integer(),
});
export type BoardFigures = Static<typeof BoardFigures>;

export const BoardHalfHour = Type.Object({
  offered: Type.Integer(),
  answered: Type.Integer(),
  abandoned: Type.Integer(),
  serviceLevel: Ratio,
});
export type BoardHalfHour = Static<typeof BoardHalfHour>;

export const ATTENTION_KINDS = [
  "queue-over-threshold",
  "long-contact",
  "long-wrap-up",
  "not-responding",
  "trunk-asr-low",
] as const;

/** What needs the supervisor; the sentence is i18n `board.attention.<kind>` with `params`. */
export const AttentionItem = Type.Object({
  kind: Type.Enum(ATTENTION_KINDS),
  subjectId: Uuid,
  since: Instant,
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  /** Queue or interaction the action button works on. */
  queueId: nullable(Uuid),
  interactionId: nullable(Uuid),
  agentId: nullable(Uuid),
});
export type AttentionItem = Static<typeof AttentionItem>;

export const BoardState = Type.Object({
  /** Server time of the snapshot, to correct the client's clock. */
  at: Instant,
  /** The zone the day and the half hours are cut in. */
  zone: Type.String(),
  queues: Type.Record(Type.String(), BoardQueue),
  agents: Type.Record(Type.String(), BoardAgent),
  trunks: Type.Record(Type.String(), BoardTrunk),
  /** By tenant id. */
  figures: Type.Record(Type.String(), BoardFigures),
  /** By tenant id, then by the instant the half hour starts. */
  series: Type.Record(Type.String(), Type.Record(Type.String(), BoardHalfHour)),
  attention: Type.Record(Type.String(), AttentionItem),
});
export type BoardState = Static<typeof BoardState>;
