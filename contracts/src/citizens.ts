import Type, { type Static } from "typebox";
import { Day, Instant, nullable, Uuid } from "./shapes.ts";

export const IdentifierKind = Type.Union([
  Type.Literal("dni"),
  Type.Literal("cuil"),
  Type.Literal("passport"),
]);
export type IdentifierKind = Static<typeof IdentifierKind>;

export const ContactKind = Type.Union([Type.Literal("phone"), Type.Literal("email")]);
export type ContactKind = Static<typeof ContactKind>;

/** By which means the person wants to hear from the State. */
export const PreferredChannel = Type.Union([
  Type.Literal("phone"),
  Type.Literal("whatsapp"),
  Type.Literal("sms"),
  Type.Literal("email"),
]);
export type PreferredChannel = Static<typeof PreferredChannel>;

/** How an agent made sure that the person is who they say. A caller-id proves nothing and is not in this list. */
export const VerificationMethod = Type.Union([
  Type.Literal("document-and-birth-date"),
  Type.Literal("document-shown"),
  Type.Literal("code-to-contact-point"),
  Type.Literal("citizen-account"),
]);
export type VerificationMethod = Static<typeof VerificationMethod>;

/** "unverified" until somebody checked; null fields go together with it. */
export const Verification = Type.Object({
  state: Type.Union([Type.Literal("unverified"), Type.Literal("verified")]),
  method: nullable(VerificationMethod),
  at: nullable(Instant),
  byName: nullable(Type.String()),
});
export type Verification = Static<typeof Verification>;

export const Identifier = Type.Object({
  id: Uuid,
  kind: IdentifierKind,
  /** Digits only for dni and cuil; capital letters and digits for a passport. */
  value: Type.String(),
  /** As people write it: 20.123.456, 20-12345678-3. */
  shown: Type.String(),
  /** ISO 3166-1 alpha-2 of the issuing country. */
  country: Type.String(),
});
export type Identifier = Static<typeof Identifier>;

export const ContactPoint = Type.Object({
  id: Uuid,
  kind: ContactKind,
  /** Phone: the 10-digit Argentine national number, or E.164 with + when foreign. E-mail: lower case. */
  value: Type.String(),
  shown: Type.String(),
  line: nullable(Type.Union([Type.Literal("mobile"), Type.Literal("fixed"), Type.Literal("unknown")])),
  /** Whose or which it is: "de la hija", "trabajo". */
  label: nullable(Type.String()),
  preferred: Type.Boolean(),
  verifiedAt: nullable(Instant),
});
export type ContactPoint = Static<typeof ContactPoint>;

/** What one organism noted about the person; other organisms do not see it. */
export const TenantDetail = Type.Object({
  tenantId: Uuid,
  notes: Type.String(),
  version: Type.Integer(),
  updatedAt: Instant,
});
export type TenantDetail = Static<typeof TenantDetail>;

export const Citizen = Type.Object({
  id: Uuid,
  givenName: Type.String(),
  familyName: Type.String(),
  /** The name the person goes by (Ley 26.743); shown instead of the given name. */
  chosenName: nullable(Type.String()),
  displayName: Type.String(),
  birthOn: nullable(Day),
  verification: Verification,
  identifiers: Type.Array(Identifier),
  contactPoints: Type.Array(ContactPoint),
  preferredChannel: nullable(PreferredChannel),
  /** "después de las 14". */
  preferredTime: nullable(Type.String()),
  /** "Tener en cuenta": what every agent should know before speaking. */
  takeIntoAccount: nullable(Type.String()),
  details: Type.Array(TenantDetail),
  /** Send it back when editing; a different one in the database is a conflict. */
  version: Type.Integer(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Citizen = Static<typeof Citizen>;

/** One row of the search box. Documents and phones are masked: opening the record is what is audited. */
export const CitizenSummary = Type.Object({
  id: Uuid,
  displayName: Type.String(),
  birthYear: nullable(Type.Integer()),
  /** "···.··3.456" */
  documentHint: nullable(Type.String()),
  phoneHint: nullable(Type.String()),
  verified: Type.Boolean(),
});
export type CitizenSummary = Static<typeof CitizenSummary>;

export const FindCitizensQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 120 }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
});
export type FindCitizensQuery = Static<typeof FindCitizensQuery>;

/** As what the typed text was understood; "phone-end" is a number without its area code. */
export const FoundBy = Type.Union([
  Type.Literal("phone"),
  Type.Literal("phone-end"),
  Type.Literal("dni"),
  Type.Literal("cuil"),
  Type.Literal("passport"),
  Type.Literal("email"),
  Type.Literal("name"),
  Type.Literal("similar-name"),
  Type.Literal("nothing"),
]);
export type FoundBy = Static<typeof FoundBy>;

export const FoundCitizens = Type.Object({
  by: FoundBy,
  items: Type.Array(CitizenSummary),
  /** There were more than `limit`: type more of the name. */
  more: Type.Boolean(),
});
export type FoundCitizens = Static<typeof FoundCitizens>;

/** Why the record is opened: a contact in hand, or a purpose in words. One of the two is required. */
export const ViewReason = Type.Object({
  /** For which organism one acts; may be left out by who works for one only. */
  tenantId: Type.Optional(Uuid),
  interactionId: Type.Optional(Uuid),
  purpose: Type.Optional(Type.String({ minLength: 5, maxLength: 300 })),
});
export type ViewReason = Static<typeof ViewReason>;

export const NewIdentifier = Type.Object({
  kind: IdentifierKind,
  value: Type.String({ minLength: 1, maxLength: 40 }),
  country: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
});
export type NewIdentifier = Static<typeof NewIdentifier>;

export const NewContactPoint = Type.Object({
  kind: ContactKind,
  /** Any spelling: "0342 15 506-6600". */
  value: Type.String({ minLength: 1, maxLength: 254 }),
  label: Type.Optional(nullable(Type.String({ maxLength: 60 }))),
  preferred: Type.Optional(Type.Boolean()),
});
export type NewContactPoint = Static<typeof NewContactPoint>;

const Name = Type.String({ minLength: 1, maxLength: 100 });
const citizenFields = {
  chosenName: Type.Optional(nullable(Name)),
  birthOn: Type.Optional(nullable(Day)),
  /** The whole list; what is left out is removed, what stays keeps its verification. */
  identifiers: Type.Optional(Type.Array(NewIdentifier, { maxItems: 10 })),
  contactPoints: Type.Optional(Type.Array(NewContactPoint, { maxItems: 20 })),
  preferredChannel: Type.Optional(nullable(PreferredChannel)),
  preferredTime: Type.Optional(nullable(Type.String({ maxLength: 100 }))),
  takeIntoAccount: Type.Optional(nullable(Type.String({ maxLength: 500 }))),
};

export const NewCitizen = Type.Object({
  tenantId: Type.Optional(Uuid),
  interactionId: Type.Optional(Uuid),
  givenName: Name,
  familyName: Name,
  ...citizenFields,
});
export type NewCitizen = Static<typeof NewCitizen>;

export const EditCitizen = Type.Object({
  tenantId: Type.Optional(Uuid),
  interactionId: Type.Optional(Uuid),
  /** The version that was on the screen. */
  version: Type.Integer(),
  givenName: Type.Optional(Name),
  familyName: Type.Optional(Name),
  ...citizenFields,
});
export type EditCitizen = Static<typeof EditCitizen>;

export const VerifyCitizen = Type.Object({
  tenantId: Type.Optional(Uuid),
  interactionId: Type.Optional(Uuid),
  version: Type.Integer(),
  method: VerificationMethod,
});
export type VerifyCitizen = Static<typeof VerifyCitizen>;

export const EditTenantDetail = Type.Object({
  tenantId: Uuid,
  /** 0 when there is none yet. */
  version: Type.Integer(),
  notes: Type.String({ maxLength: 4000 }),
});
export type EditTenantDetail = Static<typeof EditTenantDetail>;

/** One line of the person's history, whatever it was; newest first. */
export const TimelineEntry = Type.Object({
  kind: Type.Union([Type.Literal("interaction"), Type.Literal("ticket")]),
  id: Uuid,
  tenantId: Uuid,
  at: Instant,
  title: Type.String(),
  /** State or outcome in words. */
  detail: nullable(Type.String()),
  /** interaction: voice, whatsapp… */
  channel: nullable(Type.String()),
  /** ticket: its number as said, 4812-26-7. */
  number: nullable(Type.String()),
  /** Machine word of the state: "in-progress", "ended". */
  state: nullable(Type.String()),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const TimelineQuery = Type.Object({
  ...ViewReason.properties,
  before: Type.Optional(Instant),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
});
export type TimelineQuery = Static<typeof TimelineQuery>;

export const Timeline = Type.Object({
  items: Type.Array(TimelineEntry),
  /** Pass as `before` for the next page; null at the end. */
  next: nullable(Instant),
});
export type Timeline = Static<typeof Timeline>;
