import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

// ---- the softphone -------------------------------------------------------------------------------------

/** What the browser needs to be a telephone. It dies with the session that asked for it. */
export const SoftphoneCredentials = Type.Object({
  /** sip:<username>@<realm> */
  uri: Type.String(),
  username: Type.String(),
  /** ≥ 128 bits, random, never shown again. */
  secret: Type.String(),
  /** Path of the SIP-over-WebSocket door on the origin of this API, e.g. "/sip". RFC 7118, subprotocol "sip". */
  wsPath: Type.String(),
});
export type SoftphoneCredentials = Static<typeof SoftphoneCredentials>;

// ---- live calls: realtime topic "calls", key = user id --------------------------------------------------

export const CallDirection = Type.Union([Type.Literal("inbound"), Type.Literal("outbound")]);
export type CallDirection = Static<typeof CallDirection>;

/**
 * What this agent is doing on this call. "ringing": my line rings (inbound) or the other side rings (outbound).
 * "consult": the first party is held while I speak with the consulted one. "conference": three or more talk.
 */
export const CallStatus = Type.Union([
  Type.Literal("ringing"),
  Type.Literal("talk"),
  Type.Literal("held"),
  Type.Literal("consult"),
  Type.Literal("conference"),
  Type.Literal("wrap-up"),
  Type.Literal("ended"),
]);
export type CallStatus = Static<typeof CallStatus>;

export const CallSegmentKind = Type.Union([
  Type.Literal("ivr"),
  Type.Literal("queue"),
  Type.Literal("offer"),
  Type.Literal("talk"),
  Type.Literal("hold"),
  Type.Literal("consult"),
  Type.Literal("wrap-up"),
]);
export type CallSegmentKind = Static<typeof CallSegmentKind>;

/** One slice of the ribbon; endedAt null = the slice that is running now. */
export const CallSegment = Type.Object({
  kind: CallSegmentKind,
  startedAt: Instant,
  endedAt: nullable(Instant),
});
export type CallSegment = Static<typeof CallSegment>;

/** Who is at the other end. number: as dialled or presented, null when withheld. */
export const CallPeer = Type.Object({
  name: nullable(Type.String()),
  number: nullable(Type.String()),
});
export type CallPeer = Static<typeof CallPeer>;

/** "off": this call is not recorded. "paused": silence is written, so that time stays aligned. */
export const RecordingState = Type.Union([Type.Literal("off"), Type.Literal("on"), Type.Literal("paused")]);
export type RecordingState = Static<typeof RecordingState>;

export const TransferTarget = Type.Union([
  Type.Object({ kind: Type.Literal("agent"), agentId: Uuid }),
  Type.Object({ kind: Type.Literal("queue"), queueId: Uuid }),
  Type.Object({ kind: Type.Literal("number"), number: Type.String({ minLength: 2, maxLength: 32 }) }),
]);
export type TransferTarget = Static<typeof TransferTarget>;

/** A queue cannot be consulted: nobody in particular would answer. */
export const ConsultTarget = Type.Union([
  Type.Object({ kind: Type.Literal("agent"), agentId: Uuid }),
  Type.Object({ kind: Type.Literal("number"), number: Type.String({ minLength: 2, maxLength: 32 }) }),
]);
export type ConsultTarget = Static<typeof ConsultTarget>;

/** The second line of the call strip. role "asked" is the desk of the colleague who is being consulted. */
export const ConsultLeg = Type.Object({
  role: Type.Union([Type.Literal("asking"), Type.Literal("asked")]),
  status: Type.Union([Type.Literal("ringing"), Type.Literal("talk"), Type.Literal("joined")]),
  peer: CallPeer,
  /** Of the ringing, then of the talk: the clock of the second line. */
  startedAt: Instant,
});
export type ConsultLeg = Static<typeof ConsultLeg>;

export const LiveCall = Type.Object({
  interactionId: Uuid,
  tenantId: Uuid,
  direction: CallDirection,
  status: CallStatus,
  peer: CallPeer,
  citizenId: nullable(Uuid),
  queueId: nullable(Uuid),
  queueName: nullable(Type.String()),
  muted: Type.Boolean(),
  recording: RecordingState,
  /** When the call reached the centre (inbound) or was dialled (outbound). */
  startedAt: Instant,
  /** When this agent and the other side began to talk; null while it rings. */
  talkStartedAt: nullable(Instant),
  /** Since when status has been what it is: the clock of "Retenida 0:24". */
  statusSince: Instant,
  segments: Type.Array(CallSegment),
  consult: nullable(ConsultLeg),
  /** Supervisors who joined the talk and are heard; who only listens is never shown here. */
  bargedBy: Type.Array(Type.String()),
  /** Why it ended, once status is "ended" or "wrap-up". */
  endReason: nullable(
    Type.Union([
      Type.Literal("caller-hung-up"),
      Type.Literal("agent-hung-up"),
      Type.Literal("transferred"),
      Type.Literal("left"),
      Type.Literal("busy"),
      Type.Literal("no-answer"),
      Type.Literal("rejected"),
      Type.Literal("failed"),
      Type.Literal("interrupted"),
    ]),
  ),
});
export type LiveCall = Static<typeof LiveCall>;

export const SupervisionMode = Type.Union([
  Type.Literal("listen"),
  Type.Literal("whisper"),
  Type.Literal("barge"),
]);
export type SupervisionMode = Static<typeof SupervisionMode>;

/** The supervisor's own side of it; status "ringing" until the supervisor's phone answers. */
export const Supervision = Type.Object({
  interactionId: Uuid,
  agentId: Uuid,
  agentName: nullable(Type.String()),
  mode: SupervisionMode,
  status: Type.Union([Type.Literal("ringing"), Type.Literal("live")]),
  startedAt: Instant,
});
export type Supervision = Static<typeof Supervision>;

/** State of topic "calls". Patches: ["calls", interactionId], ["supervision"], ["phone"]. */
export const CallsState = Type.Object({
  calls: Type.Record(Type.String(), LiveCall),
  supervision: nullable(Supervision),
  /** Whether Asterisk sees this user's telephone. Without it no call is offered to them. */
  phone: Type.Object({ registered: Type.Boolean() }),
});
export type CallsState = Static<typeof CallsState>;

// ---- commands: every one may be repeated without harm ---------------------------------------------------

/** Choose a fresh UUID for each press of a button; a repeated requestId gives the first result again. */
const requestId = Uuid;

/** POST /api/v1/calls */
export const PlaceCall = Type.Object({
  requestId,
  /** On whose behalf: its caller-id and its list of allowed destinations rule. */
  tenantId: Uuid,
  number: Type.String({ minLength: 2, maxLength: 32 }),
  citizenId: Type.Optional(Uuid),
  /** The contact that this call follows (a callback, a ticket's follow-up): same conversation. */
  parentInteractionId: Type.Optional(Uuid),
});
export type PlaceCall = Static<typeof PlaceCall>;
export const PlacedCall = Type.Object({ interactionId: Uuid });
export type PlacedCall = Static<typeof PlacedCall>;

/** PUT /api/v1/calls/:interactionId/hold and …/mute */
export const SwitchOn = Type.Object({ on: Type.Boolean() });
export type SwitchOn = Static<typeof SwitchOn>;

/** PUT /api/v1/calls/:interactionId/recording: paused while the citizen dictates what must not be kept. */
export const PauseRecording = Type.Object({ paused: Type.Boolean() });
export type PauseRecording = Static<typeof PauseRecording>;

/** POST /api/v1/calls/:interactionId/keypad */
export const PressKeys = Type.Object({ requestId, keys: Type.String({ pattern: "^[0-9A-D*#]{1,32}$" }) });
export type PressKeys = Static<typeof PressKeys>;

/** POST /api/v1/calls/:interactionId/transfer (blind) */
export const Transfer = Type.Object({ requestId, to: TransferTarget });
export type Transfer = Static<typeof Transfer>;

/** POST /api/v1/calls/:interactionId/consult; then POST …/consult/join, …/consult/complete, …/consult/cancel */
export const Consult = Type.Object({ requestId, to: ConsultTarget });
export type Consult = Static<typeof Consult>;

/** PUT /api/v1/calls/:interactionId/supervision; DELETE ends it. agentId: whom to whisper to when two agents talk. */
export const Supervise = Type.Object({ mode: SupervisionMode, agentId: Type.Optional(Uuid) });
export type Supervise = Static<typeof Supervise>;

/**
 * Every command on a live call answers with the LiveCall as it now is; POST …/end and …/rejoin answer 204. `rejoin`: this desk was
 * reloaded and its line is dead; the phone rings again with the header X-Vera-Answer: auto. INVITEs to a desk carry
 * X-Vera-Interaction.
 */
/** GET /api/v1/calls/live: calls of my tenants that a supervisor may join. */
export const LiveCallSummary = Type.Object({
  interactionId: Uuid,
  tenantId: Uuid,
  direction: CallDirection,
  peer: CallPeer,
  queueId: nullable(Uuid),
  startedAt: Instant,
  agents: Type.Array(Type.Object({ agentId: Uuid, name: nullable(Type.String()), status: CallStatus })),
});
export type LiveCallSummary = Static<typeof LiveCallSummary>;

// ---- recordings ------------------------------------------------------------------------------------------

/** A stretch whose sound was not kept. Seconds from the start of the audio. */
export const RecordingMark = Type.Object({
  kind: Type.Union([Type.Literal("pause")]),
  fromSeconds: Type.Number(),
  toSeconds: nullable(Type.Number()),
});
export type RecordingMark = Static<typeof RecordingMark>;

export const RecordingItem = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  interactionId: Uuid,
  direction: CallDirection,
  /** "ready": can be played. "pending": being written or encrypted. "failed": the audio was lost; says why in detail. */
  status: Type.Union([Type.Literal("pending"), Type.Literal("ready"), Type.Literal("failed")]),
  kind: Type.Union([Type.Literal("call"), Type.Literal("voicemail")]),
  startedAt: Instant,
  /** Of the audio. Null while pending. */
  seconds: nullable(Type.Number()),
  bytes: nullable(Type.Integer()),
  fromNumber: nullable(Type.String()),
  toNumber: nullable(Type.String()),
  queueId: nullable(Uuid),
  agents: Type.Array(Type.Object({ agentId: Uuid, name: nullable(Type.String()) })),
  marks: Type.Array(RecordingMark),
});
export type RecordingItem = Static<typeof RecordingItem>;

/** GET /api/v1/recordings */
export const RecordingQuery = Type.Object({
  tenantId: Type.Optional(Uuid),
  agentId: Type.Optional(Uuid),
  queueId: Type.Optional(Uuid),
  interactionId: Type.Optional(Uuid),
  kind: Type.Optional(Type.Union([Type.Literal("call"), Type.Literal("voicemail")])),
  /** Any part of the citizen's number, digits. */
  number: Type.Optional(Type.String({ pattern: "^[0-9]{3,15}$" })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  minSeconds: Type.Optional(Type.Number({ minimum: 0 })),
  /** The id of the last item of the page before. */
  before: Type.Optional(Uuid),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});
export type RecordingQuery = Static<typeof RecordingQuery>;

export const RecordingPage = Type.Object({ items: Type.Array(RecordingItem), more: Type.Boolean() });
export type RecordingPage = Static<typeof RecordingPage>;

/** GET /api/v1/recordings/:id: the item, its ribbon as index, and who has listened. */
export const RecordingDetail = Type.Object({
  ...RecordingItem.properties,
  segments: Type.Array(
    Type.Object({
      kind: CallSegmentKind,
      fromSeconds: Type.Number(),
      toSeconds: Type.Number(),
      agentId: nullable(Uuid),
    }),
  ),
  listens: Type.Array(
    Type.Object({
      at: Instant,
      byName: Type.String(),
      act: Type.Union([Type.Literal("listened"), Type.Literal("downloaded")]),
    }),
  ),
});
export type RecordingDetail = Static<typeof RecordingDetail>;

/** GET /api/v1/recordings/:id/peaks: loudness for drawing, one value per slice, 0–1. Audio: …/audio (listen), …/download. */
export const RecordingPeaks = Type.Object({
  seconds: Type.Number(),
  slicesPerSecond: Type.Number(),
  /** Left channel. */
  citizen: Type.Array(Type.Number()),
  /** Right channel: what the citizen hears (agents, music, prompts). */
  agent: Type.Array(Type.Number()),
});
export type RecordingPeaks = Static<typeof RecordingPeaks>;
