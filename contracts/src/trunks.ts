import Type, { type Static } from "typebox";
import { Instant, nullable, Uuid } from "./shapes.ts";

// ---- trunks: lines to the public network or to another exchange -----------------------------------------

/**
 * How the two sides know each other. "register": we register at the carrier with user and password.
 * "account": the other exchange registers here with user and password. "address": by IP address, no password.
 */
export const TrunkKind = Type.Union([
  Type.Literal("register"),
  Type.Literal("account"),
  Type.Literal("address"),
]);
export type TrunkKind = Static<typeof TrunkKind>;

const name = Type.String({ minLength: 1, maxLength: 80 });
const host = Type.String({ pattern: "^[A-Za-z0-9.:-]{1,253}$" });

/** POST /api/v1/trunks; PUT /api/v1/trunks/:id takes the same without tenantId. */
export const TrunkSettings = Type.Object({
  name,
  kind: TrunkKind,
  /** Where calls are sent: host name or address. Null only for "account", which is called where it registered. */
  host: nullable(host),
  port: Type.Integer({ minimum: 1, maximum: 65_535, default: 5060 }),
  transport: Type.Union([Type.Literal("udp"), Type.Literal("tcp")], { default: "udp" }),
  /** Of "register": ours at the carrier. Of "account" it is given by the system and read here. */
  username: nullable(Type.String({ pattern: "^[A-Za-z0-9._+-]{1,64}$" })),
  /** Only written: absent keeps the stored one. */
  password: Type.Optional(Type.String({ minLength: 8, maxLength: 128 })),
  /** Addresses or networks whose calls are this trunk's ("200.1.2.3", "200.1.2.0/28"); for "address" at least one. */
  addresses: Type.Array(Type.String({ pattern: "^[0-9a-fA-F.:]{2,39}(/[0-9]{1,3})?$" }), { maxItems: 64 }),
  /** How it wants the called number: "+543424506600", "543424506600", or as dialled inside the country "03424506600". */
  numberFormat: Type.Union([Type.Literal("plus"), Type.Literal("digits"), Type.Literal("national")], {
    default: "digits",
  }),
  /** Calls in both directions at a time; null = no limit of ours. */
  maxCalls: nullable(Type.Integer({ minimum: 1, maximum: 10_000 })),
  active: Type.Boolean({ default: true }),
});
export type TrunkSettings = Static<typeof TrunkSettings>;

export const NewTrunk = Type.Object({ tenantId: Uuid, ...TrunkSettings.properties });
export type NewTrunk = Static<typeof NewTrunk>;

export const Trunk = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  ...Type.Omit(TrunkSettings, ["password"]).properties,
  hasPassword: Type.Boolean(),
  /** What Asterisk says now: null while it is not connected. */
  online: nullable(Type.Boolean()),
  /** Live calls over it. */
  calls: Type.Integer(),
  /** Answered ÷ attempts of the last 60 minutes; null without attempts. */
  asrLastHour: nullable(Type.Number()),
  changedAt: Instant,
});
export type Trunk = Static<typeof Trunk>;

// ---- outbound routes -------------------------------------------------------------------------------------

/** POST /api/v1/outbound-routes; PUT /api/v1/outbound-routes/:id takes the same without tenantId. Valid for the tenant and all below it. */
export const RouteSettings = Type.Object({
  name,
  /** Digits of the international number without "+" ("54342"; "" = any). The longest that fits wins. */
  prefix: Type.String({ pattern: "^[0-9]{0,15}$" }),
  /** Tried in this order until one gets through. */
  trunkIds: Type.Array(Uuid, { minItems: 1, maxItems: 10, uniqueItems: true }),
  active: Type.Boolean({ default: true }),
});
export type RouteSettings = Static<typeof RouteSettings>;
export const NewRoute = Type.Object({ tenantId: Uuid, ...RouteSettings.properties });
export type NewRoute = Static<typeof NewRoute>;
export const Route = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  ...RouteSettings.properties,
  changedAt: Instant,
});
export type Route = Static<typeof Route>;

/** GET and PUT /api/v1/tenants/:tenantId/outbound-policy: what its agents may dial. Without one (here or above) they may dial nothing. */
export const OutboundPolicy = Type.Object({
  /** Shown to who is called, E.164 ("+543424506600"). */
  callerId: Type.String({ pattern: "^\\+[1-9][0-9]{6,14}$" }),
  /** Digits with which an international number must begin ("54"); nothing else is dialled. */
  allowedPrefixes: Type.Array(Type.String({ pattern: "^[0-9]{1,15}$" }), { maxItems: 200 }),
  /** Exceptions within those ("54600", "54609": premium). */
  blockedPrefixes: Type.Array(Type.String({ pattern: "^[0-9]{1,15}$" }), { maxItems: 200 }),
  /** Outbound calls of this tenant at a time. */
  maxCalls: Type.Integer({ minimum: 0, maximum: 10_000 }),
});
export type OutboundPolicy = Static<typeof OutboundPolicy>;

export const TrunkList = Type.Object({ trunks: Type.Array(Trunk) });
export type TrunkList = Static<typeof TrunkList>;
export const RouteList = Type.Object({ routes: Type.Array(Route) });
export type RouteList = Static<typeof RouteList>;
/** `policy` null: nothing may be dialled. `inheritedFrom`: the tenant above whose policy rules here. */
export const OutboundPolicyReply = Type.Object({
  policy: nullable(OutboundPolicy),
  inheritedFrom: nullable(Uuid),
});
export type OutboundPolicyReply = Static<typeof OutboundPolicyReply>;
