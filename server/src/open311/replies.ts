import Type, { type Static } from "typebox";
import type { PublicTicket } from "../tickets/index.ts";
import type { ServiceRow } from "./store.ts";

/** The replies of GeoReport v2 as this server gives them; null where the standard lets a field be empty. */
const MaybeText = Type.Union([Type.String(), Type.Null()]);
const Instant = Type.String({ format: "date-time" });

export const ServiceReply = Type.Object({
  service_code: Type.String(),
  service_name: Type.String(),
  description: Type.String(),
  metadata: Type.Boolean(),
  type: Type.Union([Type.Literal("realtime"), Type.Literal("batch"), Type.Literal("blackbox")]),
  keywords: Type.String(),
  group: Type.String(),
});
export type ServiceReply = Static<typeof ServiceReply>;

export function serviceReply(service: ServiceRow): ServiceReply {
  return {
    service_code: service.code,
    service_name: service.name,
    description: service.description,
    metadata: service.attributes.length > 0,
    type: service.kind,
    keywords: service.keywords.join(", "),
    group: service.groupName,
  };
}

export const DefinitionReply = Type.Object({
  service_code: Type.String(),
  attributes: Type.Array(
    Type.Object({
      variable: Type.Boolean(),
      code: Type.String(),
      datatype: Type.String(),
      required: Type.Boolean(),
      datatype_description: MaybeText,
      order: Type.Integer({ minimum: 1 }),
      description: Type.String(),
      values: Type.Optional(Type.Array(Type.Object({ key: Type.String(), name: Type.String() }))),
    }),
  ),
});
export type DefinitionReply = Static<typeof DefinitionReply>;

export function definitionReply({ code, attributes }: ServiceRow): DefinitionReply {
  return {
    service_code: code,
    attributes: attributes.map(({ values, ...attribute }, index) => ({
      variable: attribute.variable,
      code: attribute.code,
      datatype: attribute.datatype,
      required: attribute.required,
      datatype_description: attribute.datatype_description || null,
      order: index + 1,
      description: attribute.description,
      ...(values.length > 0 && { values: values.map(({ key, name }) => ({ key, name })) }),
    })),
  };
}

export const RequestReply = Type.Object({
  service_request_id: Type.String(),
  status: Type.Union([Type.Literal("open"), Type.Literal("closed")]),
  status_notes: Type.String(),
  service_name: Type.String(),
  service_code: Type.String(),
  description: MaybeText,
  agency_responsible: MaybeText,
  service_notice: MaybeText,
  requested_datetime: Instant,
  updated_datetime: Instant,
  expected_datetime: MaybeText,
  address: MaybeText,
  address_id: MaybeText,
  zipcode: MaybeText,
  lat: Type.Union([Type.Number(), Type.Null()]),
  long: Type.Union([Type.Number(), Type.Null()]),
  media_url: MaybeText,
});
export type RequestReply = Static<typeof RequestReply>;

/** Nobody's words and no person: only the service, its state and, where the service says so, the place. */
export function requestReply(ticket: PublicTicket, service: ServiceRow): RequestReply {
  const { address, locality } = ticket.place;
  const place = [address, locality].filter((part) => part !== null).join(", ");
  return {
    service_request_id: ticket.number,
    status: isOver(ticket) ? "closed" : "open",
    status_notes: ticket.stateText,
    service_name: service.name,
    service_code: service.code,
    description: null,
    agency_responsible: ticket.officeName,
    service_notice: service.notice || null,
    requested_datetime: ticket.openedAt.toISOString(),
    updated_datetime: ticket.changedAt.toISOString(),
    expected_datetime: null,
    address: service.placeIsPublic && place !== "" ? place : null,
    ...{ address_id: null, zipcode: null, lat: null, long: null, media_url: null },
  };
}

/** States that GeoReport v2 calls closed: it is resolved, or will not be. */
export const CLOSED_STATES = ["solved", "closed", "cancelled"] as const;
export const OPEN_STATES = ["open", "in-progress", "waiting-citizen"] as const;

function isOver({ state }: PublicTicket): boolean {
  return CLOSED_STATES.some((closed) => closed === state);
}
