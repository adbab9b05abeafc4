import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

/** How a text stays right: review, what people say of it, what was asked and not found, words that mean the same. */

export const SubmitDraft = Type.Object({ versionId: Uuid, revision: Type.Integer() });
export type SubmitDraft = Static<typeof SubmitDraft>;

export const ReturnDraft = Type.Object({
  versionId: Uuid,
  revision: Type.Integer(),
  /** What has to change before it can be published. */
  note: Type.String({ minLength: 3, maxLength: 2000 }),
});
export type ReturnDraft = Static<typeof ReturnDraft>;

/** Free text as it is typed; sent in a body, because it may name people. Nothing of it is kept. */
export const SuggestArticles = Type.Object({
  text: Type.String({ maxLength: 4000 }),
  tenantId: Type.Optional(Uuid),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
});
export type SuggestArticles = Static<typeof SuggestArticles>;

export const FeedbackKind = Type.Union([Type.Literal("useful"), Type.Literal("wrong")]);
export type FeedbackKind = Static<typeof FeedbackKind>;

export const NewFeedback = Type.Object({
  versionId: Uuid,
  kind: FeedbackKind,
  /** What is wrong; required then. */
  comment: Type.Optional(Type.String({ maxLength: 1000 })),
});
export type NewFeedback = Static<typeof NewFeedback>;

export const Feedback = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  articleId: Uuid,
  title: Type.String(),
  versionNumber: Type.Integer(),
  kind: FeedbackKind,
  comment: Type.String(),
  source: Type.Union([Type.Literal("agent"), Type.Literal("public")]),
  /** Never of a citizen. */
  authorName: nullable(Type.String()),
  at: Instant,
});
export type Feedback = Static<typeof Feedback>;

export const FeedbackList = Type.Object({ items: Type.Array(Feedback) });
export type FeedbackList = Static<typeof FeedbackList>;

export const NewGap = Type.Object({
  tenantId: Uuid,
  asked: Type.String({ minLength: 2, maxLength: 200 }),
  topicId: Type.Optional(nullable(Uuid)),
});
export type NewGap = Static<typeof NewGap>;

export const Gap = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  /** Folded, without long numbers. */
  asked: Type.String(),
  topicId: nullable(Uuid),
  times: Type.Integer(),
  fromPublic: Type.Integer(),
  firstAt: Instant,
  lastAt: Instant,
});
export type Gap = Static<typeof Gap>;

export const GapList = Type.Object({ items: Type.Array(Gap) });
export type GapList = Static<typeof GapList>;

export const CareReason = Type.Union([
  Type.Literal("in-review"),
  Type.Literal("returned"),
  Type.Literal("expired"),
  Type.Literal("expiring"),
  Type.Literal("review-due"),
]);
export type CareReason = Static<typeof CareReason>;

/** An article that somebody has to look at, and why. */
export const CareItem = Type.Object({
  articleId: Uuid,
  tenantId: Uuid,
  title: Type.String(),
  owner: Type.String(),
  reason: CareReason,
  /** Since or until when: the day of the limit, or when it was sent to review or given back. */
  on: Type.String(),
});
export type CareItem = Static<typeof CareItem>;

export const CareList = Type.Object({ items: Type.Array(CareItem) });
export type CareList = Static<typeof CareList>;

const Terms = Type.Array(Type.String({ minLength: 2, maxLength: 80 }), { minItems: 2, maxItems: 20 });

export const Synonym = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  terms: Type.Array(Type.String()),
  changedAt: Instant,
  changedByName: Type.String(),
});
export type Synonym = Static<typeof Synonym>;

export const SynonymList = Type.Object({ items: Type.Array(Synonym) });
export type SynonymList = Static<typeof SynonymList>;

export const NewSynonym = Type.Object({ tenantId: Uuid, terms: Terms });
export type NewSynonym = Static<typeof NewSynonym>;

export const EditSynonym = Type.Object({ terms: Terms });
export type EditSynonym = Static<typeof EditSynonym>;
