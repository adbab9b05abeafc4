import { AGENT_STATES, CHANNELS, WRAP_UP_MODES } from "@vera/contracts/routing";
import { Instant, nullable, Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { defineEvent } from "../platform/index.ts";

// Kept for ever: only ids, codes and times, never a number or a name of a citizen.
const channel = Type.Enum(CHANNELS);
const contactKind = Type.Enum(["incoming", "callback"] as const);
const visit = {
  interactionId: Uuid,
  queueId: Uuid,
  channel,
  contactKind,
  callbackId: nullable(Uuid),
  /** Since when the person waits, over all queues. */
  enqueuedAt: Instant,
  at: Instant,
};

/** The router's own view of a wait; `interaction.queued` of conversations follows from it. Key: the interaction. */
export const waitStarted = defineEvent(
  "routing.wait-started",
  Type.Object({ ...visit, priority: Type.Number(), fromQueueId: nullable(Uuid) }),
);

export const WAIT_ENDS = [
  "answered",
  "abandoned",
  "left",
  "callback",
  "closed",
  "cancelled",
  "timeout",
  "overflow",
  "emergency",
] as const;

/** `toQueueId`: the queue it overflowed to; null = out of the ACD. `agentId` only with "answered". */
export const waitEnded = defineEvent(
  "routing.wait-ended",
  Type.Object({
    ...visit,
    reason: Type.Enum(WAIT_ENDS),
    agentId: nullable(Uuid),
    toQueueId: nullable(Uuid),
    queuedAt: Instant,
    waitMs: Type.Integer(),
  }),
);

/** Back at its place. `afterAnswer`: an agent had accepted and the line failed before they talked. */
export const waitResumed = defineEvent(
  "routing.wait-resumed",
  Type.Object({
    interactionId: Uuid,
    queueId: Uuid,
    channel,
    callbackId: nullable(Uuid),
    enqueuedAt: Instant,
    afterAnswer: Type.Boolean(),
    at: Instant,
  }),
);

const offer = {
  offerId: Uuid,
  interactionId: Uuid,
  queueId: Uuid,
  agentId: Uuid,
  channel,
  contactKind,
  callbackId: nullable(Uuid),
};

/** An agent is held for an interaction: the phone rings, the desk shows the card. Key: the interaction. */
export const offerMade = defineEvent(
  "offer.made",
  Type.Object({ ...offer, enqueuedAt: Instant, expiresAt: Instant, at: Instant }),
);

export const OFFER_OUTCOMES = ["accepted", "declined", "expired", "withdrawn", "failed"] as const;

/** Exactly one of an interaction's offers is ever accepted per wait. */
export const offerEnded = defineEvent(
  "offer.ended",
  Type.Object({ ...offer, outcome: Type.Enum(OFFER_OUTCOMES), madeAt: Instant, at: Instant }),
);

const state = {
  state: Type.Enum(AGENT_STATES),
  reason: nullable(Type.String()),
  activity: Type.Enum(["idle", "offered", "on-contact", "wrap-up"] as const),
  since: Instant,
  activitySince: Instant,
};

/** Key: the agent. Tells state, activity and requested next state whenever one of them changes. */
export const agentStateChanged = defineEvent(
  "agent.state-changed",
  Type.Object({
    agentId: Uuid,
    ...state,
    requestedNext: nullable(Type.Object({ state: Type.Enum(AGENT_STATES), reason: nullable(Type.String()) })),
    /** What the agent has in hand: the first contact, else the first wrap-up, else the first offer. */
    interactionId: nullable(Uuid),
    queueId: nullable(Uuid),
    previous: Type.Object(state),
    at: Instant,
  }),
);

const contact = {
  agentId: Uuid,
  interactionId: Uuid,
  queueId: nullable(Uuid),
  channel,
  contactKind: Type.Enum(["incoming", "callback", "outgoing"] as const),
  callbackId: nullable(Uuid),
  since: Instant,
  at: Instant,
};

/** The agent took it (an accepted offer, a call of their own, a transfer). */
export const contactStarted = defineEvent("contact.started", Type.Object(contact));
export const contactConnected = defineEvent("contact.connected", Type.Object(contact));
/** `neverConnected`: over before both were in the bridge; then there is no wrap-up. */
export const contactEnded = defineEvent(
  "contact.ended",
  Type.Object({ ...contact, neverConnected: Type.Boolean() }),
);

const wrapUp = Type.Object({
  agentId: Uuid,
  interactionId: Uuid,
  queueId: nullable(Uuid),
  channel,
  mode: Type.Enum(WRAP_UP_MODES),
  startedAt: Instant,
  deadlineAt: nullable(Instant),
  at: Instant,
});
export const wrapUpStarted = defineEvent("wrap-up.started", wrapUp);
export const wrapUpExtended = defineEvent("wrap-up.extended", wrapUp);
/** The clock ran out and the mandatory disposition is missing. */
export const wrapUpOverdue = defineEvent("wrap-up.overdue", wrapUp);
export const wrapUpDisposed = defineEvent("wrap-up.disposed", wrapUp);
export const wrapUpEnded = defineEvent("wrap-up.ended", wrapUp);

/** Settings changed; the router reads them again. Key: the id. */
export const queueChanged = defineEvent("queue.changed", Type.Object({ queueId: Uuid }));
export const agentSettingsChanged = defineEvent("agent.settings-changed", Type.Object({ agentId: Uuid }));
export const pauseReasonsChanged = defineEvent("pause-reasons.changed", Type.Object({ code: Type.String() }));
