import Type, { type Static } from "typebox";
import { LegalOwner } from "./competence.ts";
import { Instant, nullable, Uuid } from "./shapes.ts";

/** One office's turn; the clock runs through all of them. */
export const TicketHop = Type.Object({
  id: Uuid,
  tenantName: nullable(Type.String()),
  officeId: nullable(Uuid),
  officeName: nullable(Type.String()),
  cameBy: Type.Union([
    Type.Literal("rule"),
    Type.Literal("fallback"),
    Type.Literal("named"),
    Type.Literal("only-office"),
    Type.Literal("returned"),
    Type.Literal("escalated"),
    Type.Literal("decided"),
    Type.Literal("assigned"),
  ]),
  norm: nullable(Type.String()),
  sentence: nullable(Type.String()),
  fromAt: Instant,
  acceptedAt: nullable(Instant),
  acceptedByName: nullable(Type.String()),
  untilAt: nullable(Instant),
  /** "No me compete", and why. */
  returnReason: nullable(Type.String()),
  returnText: nullable(Type.String()),
  /** Open seconds of this turn, without pauses. */
  seconds: Type.Integer(),
});
export type TicketHop = Static<typeof TicketHop>;

export const PauseReason = Type.Union([
  Type.Literal("waiting-citizen"),
  Type.Literal("solved"),
  Type.Literal("third-party"),
  Type.Literal("force-majeure"),
  Type.Literal("court-order"),
]);
export type PauseReason = Static<typeof PauseReason>;

export const TicketClockKind = Type.Union([
  Type.Literal("first-response"),
  Type.Literal("update"),
  Type.Literal("solution"),
]);
export type TicketClockKind = Static<typeof TicketClockKind>;

export const TicketClock = Type.Object({
  kind: TicketClockKind,
  /** Open seconds. */
  targetSeconds: Type.Integer(),
  elapsedSeconds: Type.Integer(),
  /** null while it is paused before its target. */
  dueAt: nullable(Instant),
  metAt: nullable(Instant),
  breachedAt: nullable(Instant),
  breachReason: nullable(Type.String()),
});
export type TicketClock = Static<typeof TicketClock>;

export const AcceptTicket = Type.Object({ version: Type.Integer() });
export type AcceptTicket = Static<typeof AcceptTicket>;

export const ReturnReason = Type.Union([
  Type.Literal("other-owner"),
  Type.Literal("other-territory"),
  Type.Literal("other-topic"),
  Type.Literal("higher-instance"),
]);
export type ReturnReason = Static<typeof ReturnReason>;

/** "No me compete": why, and whose it is instead, by office or by legal owner. */
export const ReturnTicket = Type.Object({
  version: Type.Integer(),
  reason: ReturnReason,
  text: Type.String({ minLength: 5, maxLength: 4000 }),
  proposedOfficeId: Type.Optional(nullable(Uuid)),
  proposedLegalOwner: Type.Optional(nullable(LegalOwner)),
});
export type ReturnTicket = Static<typeof ReturnTicket>;

/** The coordinator's word: this office has it and cannot return it. */
export const DecideOwner = Type.Object({
  version: Type.Integer(),
  officeId: Uuid,
  text: Type.String({ minLength: 5, maxLength: 4000 }),
});
export type DecideOwner = Static<typeof DecideOwner>;

export const PauseTicket = Type.Object({
  version: Type.Integer(),
  /** The other reasons follow from the state. */
  reason: Type.Union([
    Type.Literal("third-party"),
    Type.Literal("force-majeure"),
    Type.Literal("court-order"),
  ]),
  text: Type.String({ minLength: 5, maxLength: 4000 }),
});
export type PauseTicket = Static<typeof PauseTicket>;

export const ResumeTicket = Type.Object({ version: Type.Integer() });
export type ResumeTicket = Static<typeof ResumeTicket>;
