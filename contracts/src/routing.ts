/**
 * What an agent's desk and the routing API say to each other.
 *
 * Routes of the agent (all under /api/v1):
 *   GET    /agent/state                      → AgentDesk (the same state as topic `agent`, key "me")
 *   PUT    /agent/state                      ← SetAgentState → AgentDesk: applies now when idle, else becomes the requested next state
 *   DELETE /agent/next-state                 → AgentDesk: forget the requested next state
 *   POST   /agent/presence                   ← AgentPresence → 204: the tab is alive; send every 4 s (the open `agent` topic counts too)
 *   POST   /offers/:offerId/accept           → AgentDesk (409 when the offer is no longer there to be taken)
 *   POST   /offers/:offerId/decline          → AgentDesk
 *   POST   /wrap-ups/:interactionId/end      → AgentDesk (409 while a mandatory disposition is missing)
 *   POST   /wrap-ups/:interactionId/extend   → AgentDesk (at most `extensionsLeft` times, one minute each)
 *   GET    /pause-reasons                    → PauseReasonList
 *   GET    /callback-requests                ?agent=me&state=… → CallbackList
 *   GET    /colleagues                       → ColleagueList: whom a call may be passed to
 * Routes of the supervisor:
 *   GET    /agents/live                      → LiveAgentList
 *   PUT    /agents/:agentId/state            ← SetAgentState → AgentDesk (permission supervise.state, audited)
 *   GET    /queues/live                      → LiveQueueList
 * Management bodies are in routing-admin.ts.
 */
import Type, { type Static } from "typebox";

export const CHANNELS = ["voice", "chat", "message", "email", "sms", "video", "walk-in"] as const;
export const RoutedChannel = Type.Enum(CHANNELS);
export type RoutedChannel = (typeof CHANNELS)[number];

export const AGENT_STATES = ["offline", "ready", "paused"] as const;
export const ChosenState = Type.Union([
  Type.Literal("offline"),
  Type.Literal("ready"),
  Type.Literal("paused"),
]);
export type ChosenState = Static<typeof ChosenState>;

/** What the agent is doing, derived from offers, contacts and wrap-ups; the chosen state says what they want. */
export const Activity = Type.Union([
  Type.Literal("idle"),
  Type.Literal("offered"),
  Type.Literal("on-contact"),
  Type.Literal("wrap-up"),
]);
export type Activity = Static<typeof Activity>;

const At = Type.String({ format: "date-time", description: "RFC 3339 instant, UTC" });
const Id = Type.String({ format: "uuid" });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** `code` is stable; codes of the system: not-responding, device-error, connection-lost. `label` is Spanish. */
export const PauseReasonRef = Type.Object({ code: Type.String(), label: Type.String() });
export type PauseReasonRef = Static<typeof PauseReasonRef>;

export const RequestedState = Type.Object({ state: ChosenState, reason: Nullable(PauseReasonRef) });
export type RequestedState = Static<typeof RequestedState>;

/** Who waits, as far as the channel says. Caller id is a hint: unverified until the agent checks. */
export const Caller = Type.Object({
  number: Nullable(Type.String()),
  name: Nullable(Type.String()),
  citizenId: Nullable(Id),
});
export type Caller = Static<typeof Caller>;

export const OfferCard = Type.Object({
  offerId: Id,
  interactionId: Id,
  tenantId: Id,
  queueId: Id,
  queueName: Type.String(),
  channel: RoutedChannel,
  kind: Type.Union([Type.Literal("incoming"), Type.Literal("callback")]),
  callbackId: Nullable(Id),
  caller: Caller,
  /** What the flow guessed or asked, in words; null when nothing is known. */
  topic: Nullable(Type.String()),
  offeredAt: At,
  expiresAt: At,
  /** When the person entered the queue. */
  waitingSince: At,
  status: Type.Union([Type.Literal("pending"), Type.Literal("accepted")]),
});
export type OfferCard = Static<typeof OfferCard>;

export const AgentContact = Type.Object({
  interactionId: Id,
  tenantId: Id,
  queueId: Nullable(Id),
  queueName: Nullable(Type.String()),
  channel: RoutedChannel,
  kind: Type.Union([Type.Literal("incoming"), Type.Literal("callback"), Type.Literal("outgoing")]),
  callbackId: Nullable(Id),
  caller: Caller,
  phase: Type.Union([Type.Literal("connecting"), Type.Literal("connected")]),
  /** When the agent took it. */
  since: At,
});
export type AgentContact = Static<typeof AgentContact>;

export const WRAP_UP_MODES = ["mandatory-timed", "mandatory", "optional", "none"] as const;
export const WrapUpMode = Type.Enum(WRAP_UP_MODES);
export type WrapUpMode = (typeof WRAP_UP_MODES)[number];

export const WrapUp = Type.Object({
  interactionId: Id,
  tenantId: Id,
  queueId: Nullable(Id),
  queueName: Nullable(Type.String()),
  channel: RoutedChannel,
  caller: Caller,
  mode: WrapUpMode,
  startedAt: At,
  /** null = the clock only counts up. */
  deadlineAt: Nullable(At),
  /** The deadline passed without a disposition: the supervisor sees it. */
  overdue: Type.Boolean(),
  /** The disposition is typed; a mandatory wrap-up can end. */
  disposed: Type.Boolean(),
  extensionsLeft: Type.Integer(),
});
export type WrapUp = Static<typeof WrapUp>;

export const ChannelUse = Type.Object({ used: Type.Integer(), limit: Type.Integer() });

/** State of realtime topic `agent` (key = user id, "me" for oneself). Keys of the maps are the ids inside. */
export const AgentDesk = Type.Object({
  agentId: Id,
  state: ChosenState,
  reason: Nullable(PauseReasonRef),
  /** When the chosen state (or its reason) last changed. */
  since: At,
  requestedNext: Nullable(RequestedState),
  activity: Activity,
  activitySince: At,
  /** The desk is connected: without it nothing is offered. */
  present: Type.Boolean(),
  capacity: Type.Record(Type.String(), ChannelUse),
  offers: Type.Record(Type.String(), OfferCard),
  contacts: Type.Record(Type.String(), AgentContact),
  wrapUps: Type.Record(Type.String(), WrapUp),
});
export type AgentDesk = Static<typeof AgentDesk>;

export const SetAgentState = Type.Object(
  {
    state: ChosenState,
    /** Code of a pause reason; required with "paused". */
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  { additionalProperties: false },
);
export type SetAgentState = Static<typeof SetAgentState>;

export const AgentPresence = Type.Object({ here: Type.Boolean() }, { additionalProperties: false });
export type AgentPresence = Static<typeof AgentPresence>;

export const LiveAgent = Type.Object({
  agentId: Id,
  name: Type.String(),
  state: ChosenState,
  reason: Nullable(PauseReasonRef),
  since: At,
  requestedNext: Nullable(RequestedState),
  activity: Activity,
  activitySince: At,
  queueName: Nullable(Type.String()),
  interactionId: Nullable(Id),
  overdueWrapUp: Type.Boolean(),
});
export type LiveAgent = Static<typeof LiveAgent>;
export const LiveAgentList = Type.Object({ items: Type.Array(LiveAgent) });

/** A colleague as an agent may see them: what they do now, not why they paused nor whom they serve. */
export const Colleague = Type.Pick(LiveAgent, ["agentId", "name", "state", "activity"]);
export type Colleague = Static<typeof Colleague>;
export const ColleagueList = Type.Object({ items: Type.Array(Colleague) });

export const LiveQueue = Type.Object({
  queueId: Id,
  tenantId: Id,
  name: Type.String(),
  waiting: Type.Integer(),
  /** Waiting interactions that are callbacks, counted in `waiting` too. */
  callbacks: Type.Integer(),
  offering: Type.Integer(),
  oldestWaitingSince: Nullable(At),
  agentsReady: Type.Integer(),
  agentsServing: Type.Integer(),
});
export type LiveQueue = Static<typeof LiveQueue>;
export const LiveQueueList = Type.Object({ items: Type.Array(LiveQueue) });

export const CALLBACK_STATES = ["waiting", "offered", "in-progress", "done", "failed", "cancelled"] as const;
export const CallbackState = Type.Enum(CALLBACK_STATES);
export type CallbackState = (typeof CALLBACK_STATES)[number];

export const CallbackRequest = Type.Object({
  id: Id,
  tenantId: Id,
  queueId: Id,
  queueName: Type.String(),
  interactionId: Id,
  phone: Type.String(),
  name: Nullable(Type.String()),
  citizenId: Nullable(Id),
  state: CallbackState,
  attempts: Type.Integer(),
  requestedAt: At,
  /** Not before this instant; null = as soon as its place comes. */
  notBefore: Nullable(At),
});
export type CallbackRequest = Static<typeof CallbackRequest>;
export const CallbackList = Type.Object({ items: Type.Array(CallbackRequest) });

/** POST /callback-requests: by the desk or another system; the place counts from now. */
export const NewCallbackRequest = Type.Object(
  {
    queueId: Id,
    phone: Type.String({ minLength: 3, maxLength: 40 }),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    citizenId: Type.Optional(Id),
    notBefore: Type.Optional(At),
  },
  { additionalProperties: false },
);
export type NewCallbackRequest = Static<typeof NewCallbackRequest>;
