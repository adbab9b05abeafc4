import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

/** Whose the thing is: the same lamp may be the town's, the company's or the nation's. */
export const LegalOwner = Type.Union([
  Type.Literal("nation"),
  Type.Literal("province"),
  Type.Literal("municipality"),
  Type.Literal("company"),
  Type.Literal("private"),
]);
export type LegalOwner = Static<typeof LegalOwner>;

const Name = Type.String({ minLength: 1, maxLength: 120 });

/** Where a rule holds; all null: everywhere. A code (INDEC) says more than a name, a name more than a department. */
export const RulePlace = Type.Object({
  locality: nullable(Name),
  department: nullable(Name),
  localityCode: nullable(Type.String({ pattern: "^[0-9]{5,11}$" })),
});
export type RulePlace = Static<typeof RulePlace>;

/** Only who already claimed at the provider comes in; the others go to the provider's office first. */
export const SecondInstance = Type.Object({
  provider: Name,
  /** Takes it while there is no claim number of the provider. */
  firstOfficeId: Uuid,
  /** What the agent says to who has no number yet. */
  sentence: Type.String({ minLength: 5, maxLength: 500 }),
});
export type SecondInstance = Static<typeof SecondInstance>;

export const CompetenceRule = Type.Object({
  /** null: any topic. Holds for the topics below it too. */
  topicId: nullable(Uuid),
  place: RulePlace,
  /** null: whoever it belongs to. */
  legalOwner: nullable(LegalOwner),
  /** An office, or the office of the local government of the place that takes such matters. */
  target: Type.Union([
    Type.Object({ kind: Type.Literal("office"), officeId: Uuid }),
    Type.Object({ kind: Type.Literal("local-government") }),
  ]),
  /** The law, decree, ordinance or agreement: "Ley 10.014 art. 3". */
  norm: Type.String({ minLength: 3, maxLength: 300 }),
  /** What the agent tells the citizen. */
  sentence: Type.String({ minLength: 5, maxLength: 500 }),
  secondInstance: Type.Optional(nullable(SecondInstance)),
});
export type CompetenceRule = Static<typeof CompetenceRule>;

const bookFields = {
  /** Takes what no rule gives to anybody, and decides where offices do not agree. */
  fallbackOfficeId: nullable(Uuid),
  /** Returns of one ticket; with one more a coordinator decides. */
  maxBounces: Type.Integer({ minimum: 0, maximum: 9 }),
  rules: Type.Array(CompetenceRule, { maxItems: 5000 }),
};

export const SaveCompetenceDraft = Type.Object({ tenantId: Uuid, ...bookFields });
export type SaveCompetenceDraft = Static<typeof SaveCompetenceDraft>;

export const CompetenceBook = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  /** null: the draft. */
  number: nullable(Type.Integer()),
  effectiveFrom: nullable(Instant),
  publishedByName: nullable(Type.String()),
  note: nullable(Type.String()),
  ...bookFields,
});
export type CompetenceBook = Static<typeof CompetenceBook>;

export const CompetenceBooks = Type.Object({
  /** Without their rules; the draft first, then the newest. */
  books: Type.Array(Type.Omit(CompetenceBook, ["rules"])),
});
export type CompetenceBooks = Static<typeof CompetenceBooks>;

export const PublishCompetence = Type.Object({
  tenantId: Uuid,
  /** Left out: now. Never in the past. */
  effectiveFrom: Type.Optional(Instant),
  note: Type.String({ minLength: 3, maxLength: 500 }),
});
export type PublishCompetence = Static<typeof PublishCompetence>;

export const CompetenceSimulation = Type.Object({
  /** Tickets of the days looked at. */
  tickets: Type.Integer(),
  /** Of those, how many would begin at another office than they did. */
  changed: Type.Integer(),
  /** Of those, how many no rule gives to anybody. */
  withoutRule: Type.Integer(),
  /** From which office to which, the most first. */
  moves: Type.Array(
    Type.Object({
      from: nullable(Type.String()),
      to: Type.String(),
      tickets: Type.Integer(),
      /** One of them. */
      example: Type.String(),
    }),
  ),
});
export type CompetenceSimulation = Static<typeof CompetenceSimulation>;

export const AskCompetence = Type.Object({
  /** The organism that asks; its own rules or those of the nearest above it hold. */
  tenantId: Uuid,
  topicId: Uuid,
  locality: Type.Optional(nullable(Type.String({ maxLength: 120 }))),
  department: Type.Optional(nullable(Type.String({ maxLength: 120 }))),
  localityCode: Type.Optional(nullable(Type.String({ maxLength: 11 }))),
  legalOwner: Type.Optional(nullable(LegalOwner)),
  /** The provider's number of the first claim. */
  providerClaim: Type.Optional(nullable(Type.String({ maxLength: 60 }))),
});
export type AskCompetence = Static<typeof AskCompetence>;

export const OfficeCard = Type.Object({
  id: Uuid,
  name: Type.String(),
  tenantId: Uuid,
  /** Short name of the organism. */
  tenantName: Type.String(),
});
export type OfficeCard = Static<typeof OfficeCard>;

export const CompetenceAnswer = Type.Object({
  /** null only where nobody has published rules yet. */
  office: nullable(OfficeCard),
  by: Type.Union([
    Type.Literal("rule"),
    /** No rule says it: the coordinator's office. */
    Type.Literal("fallback"),
    Type.Literal("no-rules"),
  ]),
  ruleId: nullable(Uuid),
  norm: nullable(Type.String()),
  sentence: nullable(Type.String()),
  /** Asked before the provider answered: the number of the claim there is needed to go further. */
  needsClaimOf: nullable(Type.String()),
  /** Whose it is would change the answer: what to ask the citizen. */
  depends: Type.Array(Type.Object({ legalOwner: LegalOwner, office: OfficeCard })),
});
export type CompetenceAnswer = Static<typeof CompetenceAnswer>;

export const OfficeDirectory = Type.Object({ offices: Type.Array(OfficeCard) });
export type OfficeDirectory = Static<typeof OfficeDirectory>;
