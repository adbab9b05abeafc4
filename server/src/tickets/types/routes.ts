import { Uuid } from "@vera/contracts/shapes";
import { SaveTicketType, TicketType, TicketTypeFound, TicketTypeList } from "@vera/contracts/ticket-types";
import Type from "typebox";
import { type Http, inScope, type TenantId, type TopicId } from "../../platform/index.ts";
import { saveType } from "./save-type.ts";
import { readTypeFor, readTypes } from "./store.ts";

const tags = ["tickets"];

export function typeRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/ticket-types",
    permission: "ticket.read",
    summary: "An organism's catalogue of tickets",
    tags,
    query: Type.Object({ tenantId: Uuid }),
    response: TicketTypeList,
    handler: async (ctx, { query }) => {
      inScope(ctx, query.tenantId as TenantId);
      return { types: await readTypes(ctx, query.tenantId as TenantId) };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/ticket-type-for",
    permission: "ticket.create",
    summary: "What is asked and which terms run for a topic",
    tags,
    query: Type.Object({ tenantId: Uuid, topicId: Uuid }),
    response: TicketTypeFound,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId;
      inScope(ctx, tenantId);
      return { type: (await readTypeFor(ctx, { tenantId, topicId: query.topicId as TopicId })) ?? null };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/ticket-types",
    permission: "office.manage",
    summary: "Add a type to an organism's catalogue",
    tags,
    body: SaveTicketType,
    response: TicketType,
    status: 201,
    handler: (ctx, { body }) => saveType(ctx, { typeId: null, type: body }),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/ticket-types/:typeId",
    permission: "office.manage",
    summary: "The next version of a type; tickets under way keep what they were asked",
    tags,
    params: Type.Object({ typeId: Uuid }),
    body: SaveTicketType,
    response: TicketType,
    handler: (ctx, { params, body }) => saveType(ctx, { typeId: params.typeId, type: body }),
  });
}
