/** People who work with the system: sign-in, sessions, users, roles, memberships, API keys, audit. */
import Type, { type Static } from "typebox";
import { Branding } from "./tenants.ts";

const Uuid = Type.String({ format: "uuid" });
const Instant = Type.String({ format: "date-time" });
const MaybeInstant = Type.Union([Instant, Type.Null()]);
const Username = Type.String({ pattern: "^[a-z0-9][a-z0-9._@-]{1,79}$" });
const PersonName = Type.String({ minLength: 1, maxLength: 120 });
const Password = Type.String({ minLength: 1, maxLength: 256 });
const OneTimeToken = Type.String({ minLength: 20, maxLength: 100 });

/** Sent with every POST, PUT, PATCH and DELETE of a browser session: `x-vera: 1`. */
export const CSRF_HEADER = "x-vera";
/** Fewer characters than this are refused. */
export const PASSWORD_MIN_LENGTH = 12;

export const SignIn = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 120 }),
  password: Password,
});
export type SignIn = Static<typeof SignIn>;

/** A tenant as a person's screen needs it: what it is called and how it looks. */
export const MyTenant = Type.Object({
  id: Uuid,
  parentId: Type.Union([Uuid, Type.Null()]),
  kind: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  branding: Branding,
});
export type MyTenant = Static<typeof MyTenant>;

/** `tenantId` is null for a role held on the whole platform (platform-admin). */
export const Membership = Type.Object({
  id: Uuid,
  tenantId: Type.Union([Uuid, Type.Null()]),
  role: Type.String(),
  includesDescendants: Type.Boolean(),
});
export type Membership = Static<typeof Membership>;

/** Answer of sign-in and of `GET /api/v1/me`. */
export const Me = Type.Object({
  user: Type.Object({
    id: Uuid,
    username: Type.String(),
    name: Type.String(),
    locale: Type.String(),
    mustChangePassword: Type.Boolean(),
  }),
  sessionId: Type.Union([Uuid, Type.Null()]),
  roles: Type.Array(Type.String()),
  memberships: Type.Array(Membership),
  /** Permission → the ids of the tenants where it is held; `"all"` on the whole platform. */
  permissions: Type.Record(Type.String(), Type.Union([Type.Literal("all"), Type.Array(Uuid)])),
  /** Open tenants in which at least one permission is held, parents before children. */
  tenants: Type.Array(MyTenant),
});
export type Me = Static<typeof Me>;

export const ChangePassword = Type.Object({ currentPassword: Password, newPassword: Password });
export type ChangePassword = Static<typeof ChangePassword>;
export const MyPreferences = Type.Partial(
  Type.Object({ name: PersonName, locale: Type.Enum(["es-AR", "en"]) }),
);
export type MyPreferences = Static<typeof MyPreferences>;

export const Session = Type.Object({
  id: Uuid,
  current: Type.Boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
  ip: Type.String(),
  /** Browser and system in words, from the User-Agent. */
  device: Type.String(),
});
export type Session = Static<typeof Session>;
export const SessionList = Type.Object({ sessions: Type.Array(Session) });
export type SessionList = Static<typeof SessionList>;

export const PasswordLinkCheck = Type.Object({ token: OneTimeToken });
export type PasswordLinkCheck = Static<typeof PasswordLinkCheck>;
export const PasswordLinkState = Type.Object({
  username: Type.String(),
  name: Type.String(),
  purpose: Type.Enum(["first-admin", "invite", "reset"]),
  expiresAt: Instant,
});
export type PasswordLinkState = Static<typeof PasswordLinkState>;
export const PasswordLinkUse = Type.Object({ token: OneTimeToken, password: Password });
export type PasswordLinkUse = Static<typeof PasswordLinkUse>;
/** Shown once; the path is relative to the site, the token travels in the fragment and is never logged. */
export const PasswordLink = Type.Object({ path: Type.String(), token: Type.String(), expiresAt: Instant });
export type PasswordLink = Static<typeof PasswordLink>;

export const User = Type.Object({
  id: Uuid,
  username: Type.String(),
  name: Type.String(),
  email: Type.Union([Type.String(), Type.Null()]),
  locale: Type.String(),
  disabledAt: MaybeInstant,
  lastSignInAt: MaybeInstant,
  /** Only those in the tenants the reader may see. */
  memberships: Type.Array(Membership),
});
export type User = Static<typeof User>;
export const UserList = Type.Object({
  users: Type.Array(User),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type UserList = Static<typeof UserList>;
export const NewMembership = Type.Object({
  /** null: whole platform, for platform roles only. */
  tenantId: Type.Union([Uuid, Type.Null()]),
  role: Type.String({ minLength: 1, maxLength: 60 }),
  includesDescendants: Type.Optional(Type.Boolean()),
});
export type NewMembership = Static<typeof NewMembership>;
/** The answer carries a one-time link with which the person chooses a password. */
export const NewUser = Type.Object({
  username: Username,
  name: PersonName,
  email: Type.Optional(Type.Union([Type.String({ format: "email", maxLength: 200 }), Type.Null()])),
  locale: Type.Optional(Type.Enum(["es-AR", "en"])),
  memberships: Type.Array(NewMembership, { minItems: 1, maxItems: 50 }),
});
export type NewUser = Static<typeof NewUser>;
export const CreatedUser = Type.Object({ user: User, link: PasswordLink });
export type CreatedUser = Static<typeof CreatedUser>;
export const UserChange = Type.Partial(
  Type.Object({
    name: PersonName,
    email: Type.Union([Type.String({ format: "email", maxLength: 200 }), Type.Null()]),
    locale: Type.Enum(["es-AR", "en"]),
    disabled: Type.Boolean(),
  }),
);
export type UserChange = Static<typeof UserChange>;

export const Role = Type.Object({
  code: Type.String(),
  /** Spanish label. */
  name: Type.String(),
  /** Held on the whole platform, never on one tenant. */
  platformWide: Type.Boolean(),
  permissions: Type.Array(Type.String()),
});
export type Role = Static<typeof Role>;
export const RoleList = Type.Object({ roles: Type.Array(Role) });
export type RoleList = Static<typeof RoleList>;
export const NewRole = Type.Object({
  code: Type.String({ pattern: "^[a-z][a-z0-9-]{1,39}$" }),
  name: Type.String({ minLength: 1, maxLength: 80 }),
  platformWide: Type.Optional(Type.Boolean()),
  permissions: Type.Array(Type.String(), { maxItems: 200 }),
});
export type NewRole = Static<typeof NewRole>;
export const RoleChange = Type.Partial(Type.Pick(NewRole, ["name", "permissions"]));
export type RoleChange = Static<typeof RoleChange>;

export const ApiKey = Type.Object({
  id: Uuid,
  tenantId: Type.Union([Uuid, Type.Null()]),
  name: Type.String(),
  /** First characters of the key, to recognise it. */
  prefix: Type.String(),
  permissions: Type.Array(Type.String()),
  includesDescendants: Type.Boolean(),
  createdAt: Instant,
  expiresAt: MaybeInstant,
  lastUsedAt: MaybeInstant,
  revokedAt: MaybeInstant,
});
export type ApiKey = Static<typeof ApiKey>;
export const ApiKeyList = Type.Object({ apiKeys: Type.Array(ApiKey) });
export type ApiKeyList = Static<typeof ApiKeyList>;
export const NewApiKey = Type.Object({
  tenantId: Type.Union([Uuid, Type.Null()]),
  name: Type.String({ minLength: 1, maxLength: 80 }),
  permissions: Type.Array(Type.String(), { minItems: 1, maxItems: 200 }),
  includesDescendants: Type.Optional(Type.Boolean()),
  expiresAt: Type.Optional(MaybeInstant),
});
export type NewApiKey = Static<typeof NewApiKey>;
/** `key` is shown once and never again: `vera_<prefix>_<secret>`. */
export const CreatedApiKey = Type.Object({ apiKey: ApiKey, key: Type.String() });
export type CreatedApiKey = Static<typeof CreatedApiKey>;

/** One act in the chain. `detail` holds ids and codes, no personal data. */
export const AuditEntry = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  tenantId: Type.Union([Uuid, Type.Null()]),
  actor: Type.Object({
    kind: Type.String(),
    id: Type.Union([Type.String(), Type.Null()]),
    name: Type.String(),
  }),
  action: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  detail: Type.Record(Type.String(), Type.Unknown()),
});
export type AuditEntry = Static<typeof AuditEntry>;
/** Newest first; `next` is the `before` of the following page. */
export const AuditList = Type.Object({
  entries: Type.Array(AuditEntry),
  next: Type.Union([Type.Integer(), Type.Null()]),
});
export type AuditList = Static<typeof AuditList>;
export const AuditFilter = Type.Object({
  tenantId: Type.Optional(Uuid),
  actorId: Type.Optional(Type.String({ maxLength: 80 })),
  /** An action or the head of one: `recording.` finds all about recordings. */
  action: Type.Optional(Type.String({ maxLength: 80 })),
  subjectKind: Type.Optional(Type.String({ maxLength: 40 })),
  subjectId: Type.Optional(Type.String({ maxLength: 80 })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  before: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type AuditFilter = Static<typeof AuditFilter>;
/** `brokenSeq` names the first entry that was changed or removed; null where the chain is whole. */
export const AuditIntegrity = Type.Object({
  whole: Type.Boolean(),
  brokenSeq: Type.Union([Type.Integer(), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
});
export type AuditIntegrity = Static<typeof AuditIntegrity>;
