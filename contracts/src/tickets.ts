import Type, { type Static } from "typebox";
import { LegalOwner } from "./competence.ts";
import { Instant, nullable, Uuid } from "./shapes.ts";
import { PauseReason, TicketClock, TicketHop } from "./ticket-journey.ts";
import { ShownAnswer, TicketAnswers } from "./ticket-types.ts";

export const TicketKind = Type.Union([
  Type.Literal("enquiry"),
  Type.Literal("service-claim"),
  Type.Literal("complaint"),
  Type.Literal("report"),
  Type.Literal("suggestion"),
  Type.Literal("praise"),
  Type.Literal("request"),
]);
export type TicketKind = Static<typeof TicketKind>;

export const TicketState = Type.Union([
  Type.Literal("open"),
  Type.Literal("in-progress"),
  Type.Literal("waiting-citizen"),
  Type.Literal("solved"),
  Type.Literal("closed"),
  Type.Literal("cancelled"),
]);
export type TicketState = Static<typeof TicketState>;

export const TicketPriority = Type.Union([
  Type.Literal("low"),
  Type.Literal("normal"),
  Type.Literal("high"),
  Type.Literal("urgent"),
]);
export type TicketPriority = Static<typeof TicketPriority>;

export const Place = Type.Object({
  locality: nullable(Type.String({ maxLength: 120 })),
  /** Street and number, or "ruta 2 km 14". */
  address: nullable(Type.String({ maxLength: 200 })),
  department: Type.Optional(nullable(Type.String({ maxLength: 120 }))),
  /** INDEC's. */
  localityCode: Type.Optional(nullable(Type.String({ pattern: "^[0-9]{5,11}$" }))),
  /** WGS 84, in degrees; both or none. */
  latitude: Type.Optional(nullable(Type.Number({ minimum: -90, maximum: 90 }))),
  longitude: Type.Optional(nullable(Type.Number({ minimum: -180, maximum: 180 }))),
});
export type Place = Static<typeof Place>;

export const Office = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  name: Type.String(),
  active: Type.Boolean(),
  memberIds: Type.Array(Uuid),
  /** Whose hours its clocks count; null: the organism's own calendar. */
  calendarId: nullable(Uuid),
  /** Takes what the rules of competence give to "the local government of the place". One per organism. */
  localFront: Type.Boolean(),
});
export type Office = Static<typeof Office>;

export const NewOffice = Type.Object({
  tenantId: Uuid,
  name: Type.String({ minLength: 2, maxLength: 120 }),
  memberIds: Type.Optional(Type.Array(Uuid, { maxItems: 500 })),
  calendarId: Type.Optional(nullable(Uuid)),
  localFront: Type.Optional(Type.Boolean()),
});
export type NewOffice = Static<typeof NewOffice>;

export const EditOffice = Type.Object({
  name: Type.Optional(Type.String({ minLength: 2, maxLength: 120 })),
  active: Type.Optional(Type.Boolean()),
  memberIds: Type.Optional(Type.Array(Uuid, { maxItems: 500 })),
  calendarId: Type.Optional(nullable(Uuid)),
  localFront: Type.Optional(Type.Boolean()),
});
export type EditOffice = Static<typeof EditOffice>;

export const NewTicket = Type.Object({
  tenantId: Uuid,
  kind: TicketKind,
  topicId: Uuid,
  officeId: Type.Optional(nullable(Uuid)),
  citizenId: Type.Optional(nullable(Uuid)),
  interactionId: Type.Optional(nullable(Uuid)),
  priority: Type.Optional(TicketPriority),
  subject: Type.String({ minLength: 3, maxLength: 200 }),
  description: Type.String({ maxLength: 10_000 }),
  place: Type.Optional(Place),
  /** Whose the thing is, where the citizen could say. */
  legalOwner: Type.Optional(nullable(LegalOwner)),
  /** The provider's number of the first claim, for a second instance. */
  providerClaim: Type.Optional(nullable(Type.String({ maxLength: 60 }))),
  /** To the questions of the topic's type. */
  answers: Type.Optional(TicketAnswers),
  /** Made once per form by the client; a repeated send answers with the first ticket. */
  idempotencyKey: Type.String({ minLength: 8, maxLength: 100 }),
});
export type NewTicket = Static<typeof NewTicket>;

export const TicketChange = Type.Object({
  id: Uuid,
  at: Instant,
  actorName: Type.String(),
  what: Type.Union([
    Type.Literal("opened"),
    Type.Literal("state"),
    Type.Literal("assigned"),
    Type.Literal("office"),
    Type.Literal("priority"),
    Type.Literal("note"),
    Type.Literal("accepted"),
    Type.Literal("returned"),
    Type.Literal("decided"),
    Type.Literal("paused"),
    Type.Literal("resumed"),
    Type.Literal("told"),
    Type.Literal("promised"),
    Type.Literal("linked"),
  ]),
  /** State words, user names, office names; null where there was none. */
  from: nullable(Type.String()),
  to: nullable(Type.String()),
  text: nullable(Type.String()),
  /** A public text may be shown or read to the citizen. */
  visibility: Type.Union([Type.Literal("internal"), Type.Literal("public")]),
});
export type TicketChange = Static<typeof TicketChange>;

const summaryFields = {
  id: Uuid,
  tenantId: Uuid,
  /** As written and said: 4812-26-7 (sequence, year, check digit). */
  number: Type.String(),
  kind: TicketKind,
  state: TicketState,
  priority: TicketPriority,
  subject: Type.String(),
  topicId: Uuid,
  topicName: Type.String(),
  officeId: nullable(Uuid),
  officeName: nullable(Type.String()),
  assigneeId: nullable(Uuid),
  assigneeName: nullable(Type.String()),
  place: Place,
  openedAt: Instant,
  stateChangedAt: Instant,
  /** When the solution is due; null: no term, paused, or done. */
  dueAt: nullable(Instant),
  /** Times that an office said "no me compete". */
  bounces: Type.Integer(),
  /** The office has taken it as its own. */
  accepted: Type.Boolean(),
};

export const TicketSummary = Type.Object(summaryFields);
export type TicketSummary = Static<typeof TicketSummary>;

export const Ticket = Type.Object({
  ...summaryFields,
  description: Type.String(),
  citizenId: nullable(Uuid),
  citizenName: nullable(Type.String()),
  interactionId: nullable(Uuid),
  openedByName: Type.String(),
  /** Groups to say or print: ["4812", "26", "7"]. */
  spelled: Type.Array(Type.String()),
  /** What a citizen is told about this state. */
  stateText: Type.String(),
  /** States that a change may go to from here. */
  nextStates: Type.Array(TicketState),
  version: Type.Integer(),
  history: Type.Array(TicketChange),
  legalOwner: nullable(LegalOwner),
  providerClaim: nullable(Type.String()),
  /** What was asked by its type, with the answers in words. */
  answers: Type.Array(ShownAnswer),
  hops: Type.Array(TicketHop),
  /** The one clock: open seconds over all offices since it was opened. */
  elapsedSeconds: Type.Integer(),
  pausedBy: nullable(PauseReason),
  clocks: Type.Array(TicketClock),
  /** The reader's organism owes the answer: what changes it is allowed here. */
  owned: Type.Boolean(),
  /** The office may still say "no me compete"; otherwise a coordinator has decided. */
  mayReturn: Type.Boolean(),
  /** Returns left before a coordinator decides. */
  bouncesLeft: Type.Integer(),
});
export type Ticket = Static<typeof Ticket>;

export const TicketView = Type.Union([
  Type.Literal("all"),
  Type.Literal("mine"),
  Type.Literal("my-office"),
  Type.Literal("unassigned"),
  /** The solution is due within a day, or late. */
  Type.Literal("due"),
]);
export type TicketView = Static<typeof TicketView>;

export const ListTicketsQuery = Type.Object({
  view: Type.Optional(TicketView),
  /** Several separated by commas; left out = not closed nor cancelled. */
  states: Type.Optional(Type.String({ maxLength: 100 })),
  tenantId: Type.Optional(Uuid),
  officeId: Type.Optional(Uuid),
  topicId: Type.Optional(Uuid),
  citizenId: Type.Optional(Uuid),
  priority: Type.Optional(TicketPriority),
  /** A number in any spelling, or words of the subject and text. */
  q: Type.Optional(Type.String({ maxLength: 120 })),
  /** "due": the next to break first; without a term last. Not page by page. */
  sort: Type.Optional(Type.Union([Type.Literal("newest"), Type.Literal("oldest"), Type.Literal("due")])),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});
export type ListTicketsQuery = Static<typeof ListTicketsQuery>;

export const TicketList = Type.Object({
  items: Type.Array(TicketSummary),
  /** Of the whole filter, not of this page. */
  total: Type.Integer(),
  next: nullable(Type.String()),
});
export type TicketList = Static<typeof TicketList>;

export const ChangeTicketState = Type.Object({
  version: Type.Integer(),
  to: TicketState,
  /** Required for waiting-citizen (what is asked), solved (what to tell) and cancelled (why). */
  text: Type.Optional(Type.String({ maxLength: 4000 })),
});
export type ChangeTicketState = Static<typeof ChangeTicketState>;

export const AssignTicket = Type.Object({
  version: Type.Integer(),
  /** null gives it back to the office. */
  assigneeId: Type.Optional(nullable(Uuid)),
  officeId: Type.Optional(nullable(Uuid)),
  priority: Type.Optional(TicketPriority),
  text: Type.Optional(Type.String({ maxLength: 4000 })),
});
export type AssignTicket = Static<typeof AssignTicket>;

export const NewTicketNote = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 10_000 }),
  visibility: Type.Union([Type.Literal("internal"), Type.Literal("public")]),
});
export type NewTicketNote = Static<typeof NewTicketNote>;

export const OfficeList = Type.Object({ offices: Type.Array(Office) });
export type OfficeList = Static<typeof OfficeList>;

export const ReopenTicket = Type.Object({
  version: Type.Integer(),
  /** What the citizen says is not solved. */
  text: Type.String({ minLength: 1, maxLength: 4000 }),
});
export type ReopenTicket = Static<typeof ReopenTicket>;

export const ListOfficesQuery = Type.Object({
  tenantId: Type.Optional(Uuid),
  /** Only those one belongs to. */
  mine: Type.Optional(Type.Boolean()),
});
export type ListOfficesQuery = Static<typeof ListOfficesQuery>;
