import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

/** Plain text with line breaks and "- " lists; never HTML. Empty means "not said". */
const Section = Type.String({ maxLength: 8000 });

/** The procedure template: what a citizen asks about any paperwork. */
export const ArticleBody = Type.Object({
  title: Type.String({ minLength: 3, maxLength: 160 }),
  /** One or two sentences an agent can read aloud. */
  summary: Type.String({ maxLength: 600 }),
  whatIsIt: Section,
  forWhom: Section,
  whatDoINeed: Section,
  cost: Section,
  where: Section,
  online: Section,
  onlineUrl: nullable(Type.String({ maxLength: 500, pattern: "^https://" })),
  /** What people call it in other words: "boleta", "tasa", old names. */
  keywords: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 40 }),
  /** Only for the centre; is never read to the citizen. */
  agentNote: Section,
});
export type ArticleBody = Static<typeof ArticleBody>;

export const VersionState = Type.Union([
  Type.Literal("draft"),
  Type.Literal("published"),
  Type.Literal("superseded"),
]);
export type VersionState = Static<typeof VersionState>;

export const ArticleVersion = Type.Object({
  id: Uuid,
  number: Type.Integer(),
  state: VersionState,
  body: ArticleBody,
  authorName: Type.String(),
  createdAt: Instant,
  updatedAt: Instant,
  publishedAt: nullable(Instant),
  publishedByName: nullable(Type.String()),
  /** Counts edits of a draft; send it back when saving. */
  revision: Type.Integer(),
});
export type ArticleVersion = Static<typeof ArticleVersion>;

export const ArticleVersions = Type.Object({ versions: Type.Array(ArticleVersion) });
export type ArticleVersions = Static<typeof ArticleVersions>;

export const Article = Type.Object({
  id: Uuid,
  /** The organism that owns the text. */
  tenantId: Uuid,
  topicIds: Type.Array(Uuid),
  /** Sample text of a demonstration; the desk says so. */
  demo: Type.Boolean(),
  retired: Type.Boolean(),
  published: nullable(ArticleVersion),
  /** Only for who may edit. */
  draft: nullable(ArticleVersion),
});
export type Article = Static<typeof Article>;

/** Text cut at the found words: `hit` parts are shown marked. Safe to render as text. */
export const TextPart = Type.Object({ text: Type.String(), hit: Type.Boolean() });
export type TextPart = Static<typeof TextPart>;

export const FindArticlesQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  topicId: Type.Optional(Uuid),
  tenantId: Type.Optional(Uuid),
  /** The articles that one may edit, published or not; q is looked for in their titles. */
  drafts: Type.Optional(Type.Boolean()),
  /** Of those that one may edit: the ones never published, or the published ones. */
  state: Type.Optional(Type.Enum(["draft", "published"])),
  /** Those read to most citizens in the last 90 days first; nothing that nobody read. Instead of words. */
  order: Type.Optional(Type.Enum(["most-read"])),
  /** `next` of the page before; for the lists by title. */
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
});
export type FindArticlesQuery = Static<typeof FindArticlesQuery>;

export const ArticleHit = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  versionId: nullable(Uuid),
  versionNumber: nullable(Type.Integer()),
  topicIds: Type.Array(Uuid),
  demo: Type.Boolean(),
  title: Type.Array(TextPart),
  excerpt: Type.Array(TextPart),
});
export type ArticleHit = Static<typeof ArticleHit>;

export const FoundArticles = Type.Object({
  /** "all": by title; "topic": of the topic and those above it; "words": all words found; "some-words": not all of them; "similar": nothing matched as written. */
  by: Type.Union([
    Type.Literal("all"),
    Type.Literal("topic"),
    Type.Literal("most-read"),
    Type.Literal("words"),
    Type.Literal("some-words"),
    Type.Literal("similar"),
    Type.Literal("nothing"),
  ]),
  items: Type.Array(ArticleHit),
  /** Of a list by title: `after` of the following page. */
  next: nullable(Type.String()),
});
export type FoundArticles = Static<typeof FoundArticles>;

export const NewArticle = Type.Object({
  tenantId: Uuid,
  topicIds: Type.Array(Uuid, { maxItems: 20 }),
  body: ArticleBody,
});
export type NewArticle = Static<typeof NewArticle>;

export const SaveDraft = Type.Object({
  /** `revision` of the draft on the screen; 0 starts a new draft from the published text. */
  revision: Type.Integer(),
  topicIds: Type.Array(Uuid, { maxItems: 20 }),
  body: ArticleBody,
});
export type SaveDraft = Static<typeof SaveDraft>;

export const PublishDraft = Type.Object({ versionId: Uuid, revision: Type.Integer() });
export type PublishDraft = Static<typeof PublishDraft>;

/** Proof of which text was read to whom. */
export const ReadToCitizen = Type.Object({
  versionId: Uuid,
  interactionId: Uuid,
  citizenId: Type.Optional(nullable(Uuid)),
});
export type ReadToCitizen = Static<typeof ReadToCitizen>;

export const Reading = Type.Object({
  id: Uuid,
  articleId: Uuid,
  versionId: Uuid,
  versionNumber: Type.Integer(),
  title: Type.String(),
  interactionId: Uuid,
  agentName: Type.String(),
  at: Instant,
});
export type Reading = Static<typeof Reading>;
