import {
  Disposition,
  NewDisposition,
  NewOutcomeCode,
  OutcomeCode,
  OutcomeCodeChange,
} from "@vera/contracts/conversations";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { Http, InteractionId, TenantId, TicketId, TopicId } from "../../platform/index.ts";
import { readTopicsById } from "../../tenants/index.ts";
import { changeOutcomeCode, createOutcomeCode, listOutcomeCodes } from "./outcome-codes.ts";
import { recordDisposition } from "./record-disposition.ts";

const tags = ["dispositions"];

export function resultRoutes(http: Http): void {
  outcomeCodeRoutes(http);
  http.route({
    method: "POST",
    url: "/api/v1/interactions/:interactionId/disposition",
    permission: "disposition.write",
    summary: "Type the result; a later one supersedes it",
    tags,
    params: Type.Object({ interactionId: Uuid }),
    body: NewDisposition,
    response: Disposition,
    status: 201,
    handler: async (ctx, { params, body, principal }) => {
      const row = await recordDisposition(ctx, {
        interactionId: params.interactionId as InteractionId,
        topicId: body.topicId as TopicId,
        outcomeCode: body.outcomeCode,
        summary: body.summary,
        ticketId: body.ticketId as TicketId | undefined,
        forOthers: principal.grants.has("supervise.state"),
      });
      const [topic] = await readTopicsById(ctx, [row.topicId]);
      return {
        id: row.id,
        agentId: row.agentId,
        agentName: ctx.actor.kind === "anonymous" ? null : ctx.actor.name,
        topicId: row.topicId,
        topicPath: topic?.path ?? [],
        outcomeCode: row.outcomeCode,
        outcomeName: row.outcomeName,
        summary: row.summary,
        ticketId: row.ticketId,
        at: row.at.toISOString(),
      };
    },
  });
}

function outcomeCodeRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/outcome-codes",
    permission: "topic.read",
    summary: "The coded results of an organism, in their order",
    tags,
    query: Type.Object({ tenantId: Uuid }),
    response: Type.Object({ items: Type.Array(OutcomeCode) }),
    handler: async (ctx, { query }) => ({ items: await listOutcomeCodes(ctx, query.tenantId as TenantId) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/outcome-codes",
    permission: "topic.manage",
    summary: "Add a coded result",
    tags,
    body: NewOutcomeCode,
    response: OutcomeCode,
    status: 201,
    handler: (ctx, { body }) => createOutcomeCode(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/outcome-codes/:outcomeCodeId",
    permission: "topic.manage",
    summary: "Rename, reorder or switch off a coded result; its code never changes",
    tags,
    params: Type.Object({ outcomeCodeId: Uuid }),
    body: OutcomeCodeChange,
    response: OutcomeCode,
    handler: (ctx, { params, body }) => changeOutcomeCode(ctx, { id: params.outcomeCodeId, change: body }),
  });
}
