import Type, { type Static } from "typebox";
import { Instant, Uuid } from "./shapes.ts";
import { TicketKind } from "./tickets.ts";

/** A question of a service, in the words of GeoReport v2 (Service Definition). */
export const Open311Attribute = Type.Object({
  code: Type.String({ pattern: "^[A-Za-z0-9_-]{1,40}$" }),
  datatype: Type.Union([
    Type.Literal("string"),
    Type.Literal("number"),
    Type.Literal("datetime"),
    Type.Literal("text"),
    Type.Literal("singlevaluelist"),
    Type.Literal("multivaluelist"),
  ]),
  required: Type.Boolean(),
  /** false: only tells something, asks nothing. */
  variable: Type.Boolean(),
  description: Type.String({ minLength: 1, maxLength: 300 }),
  datatype_description: Type.String({ maxLength: 300 }),
  /** Of lists only. */
  values: Type.Array(
    Type.Object({
      key: Type.String({ minLength: 1, maxLength: 60 }),
      name: Type.String({ minLength: 1, maxLength: 120 }),
    }),
    { maxItems: 100 },
  ),
});
export type Open311Attribute = Static<typeof Open311Attribute>;

export const Open311ServiceFields = Type.Object({
  tenantId: Uuid,
  code: Type.String({ pattern: "^[A-Za-z0-9_-]{1,60}$" }),
  topicId: Uuid,
  ticketKind: TicketKind,
  name: Type.String({ minLength: 2, maxLength: 120 }),
  description: Type.String({ maxLength: 1000 }),
  keywords: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 40 }),
  groupName: Type.String({ maxLength: 120 }),
  kind: Type.Union([Type.Literal("realtime"), Type.Literal("batch"), Type.Literal("blackbox")]),
  attributes: Type.Array(Open311Attribute, { maxItems: 40 }),
  notice: Type.String({ maxLength: 1000 }),
  placeIsPublic: Type.Boolean(),
  active: Type.Boolean(),
});
export type Open311ServiceFields = Static<typeof Open311ServiceFields>;

export const Open311Service = Type.Object({
  id: Uuid,
  ...Open311ServiceFields.properties,
  updatedAt: Instant,
});
export type Open311Service = Static<typeof Open311Service>;

export const Open311ServiceList = Type.Object({ items: Type.Array(Open311Service) });
export type Open311ServiceList = Static<typeof Open311ServiceList>;
