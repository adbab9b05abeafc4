import {
  EmergencyNumberList,
  FlowChange,
  FlowDetail,
  FlowList,
  FlowProblems,
  FlowToValidate,
  NewFlow,
  NodeKindList,
  SaveDraft,
} from "@vera/contracts/ivr";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { type FlowId, type Http, inScope, type TenantId } from "../../platform/index.ts";
import { emergencyNumbers } from "../emergency/emergency-numbers.ts";
import { nodeKinds } from "../nodes/registry.ts";
import { createFlow, renameFlow, saveDraft } from "./edit-flow.ts";
import { flowDetailReply, flowReply } from "./flow-reply.ts";
import { type Publishing, problemsOf } from "./publish-flow.ts";
import { readFlow, readFlows } from "./store.ts";

const tags = ["ivr"];
const OfFlow = Type.Object({ flowId: Uuid });

export function flowRoutes(http: Http, { queueExists }: Publishing): void {
  http.route({
    method: "GET",
    url: "/api/v1/flows",
    permission: "flow.read",
    summary: "The flows that callers hear, and their drafts' state",
    tags,
    query: Type.Object({ tenantId: Type.Optional(Uuid) }),
    response: FlowList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      return { flows: (await readFlows(ctx, tenantId)).map(flowReply) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/flows",
    permission: "flow.edit",
    summary: "A new flow; without a graph it greets and hangs up",
    tags,
    body: NewFlow,
    response: FlowDetail,
    status: 201,
    handler: async (ctx, { body }) => {
      const flow = await createFlow(ctx, { ...body, tenantId: body.tenantId as TenantId });
      return await flowDetailReply(ctx, flow, queueExists);
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/flows/:flowId",
    permission: "flow.read",
    summary: "One flow with its draft and what is wrong with it",
    tags,
    params: OfFlow,
    response: FlowDetail,
    handler: async (ctx, { params }) =>
      flowDetailReply(ctx, await readFlow(ctx, params.flowId as FlowId), queueExists),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/flows/:flowId",
    permission: "flow.edit",
    summary: "Gives a flow another name",
    tags,
    params: OfFlow,
    body: FlowChange,
    response: FlowDetail,
    handler: async (ctx, { params, body }) => {
      const flow = await renameFlow(ctx, { flowId: params.flowId as FlowId, name: body.name });
      return await flowDetailReply(ctx, flow, queueExists);
    },
  });
  http.route({
    method: "PUT",
    url: "/api/v1/flows/:flowId/draft",
    permission: "flow.edit",
    summary: "Keeps the draft; its problems come back with it",
    tags,
    params: OfFlow,
    body: SaveDraft,
    response: FlowDetail,
    handler: async (ctx, { params, body }) => {
      const flow = await saveDraft(ctx, { flowId: params.flowId as FlowId, ...body });
      return await flowDetailReply(ctx, flow, queueExists);
    },
  });
  editorRoutes(http, queueExists);
}

/** What an editor asks while it draws. */
function editorRoutes(http: Http, queueExists: Publishing["queueExists"]): void {
  http.route({
    method: "POST",
    url: "/api/v1/flow-validation",
    permission: "flow.read",
    summary: "What is wrong with a graph, without keeping it",
    tags,
    body: FlowToValidate,
    response: FlowProblems,
    handler: async (ctx, { body }) => {
      const tenantId = body.tenantId as TenantId;
      inScope(ctx, tenantId);
      return { problems: await problemsOf(ctx, { tenantId, graph: body.graph, queueExists }) };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/flow-node-kinds",
    permission: "flow.read",
    summary: "The kinds of node and their exits",
    tags,
    response: NodeKindList,
    handler: () => ({
      kinds: nodeKinds.all.map(({ type, fixedExits }) => ({
        type,
        requiredExits: fixedExits.filter((exit) => exit.required).map((exit) => exit.name),
        optionalExits: fixedExits.filter((exit) => !exit.required).map((exit) => exit.name),
      })),
    }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/emergency-numbers",
    permission: "flow.read",
    summary: "The short numbers that a flow may hand a caller to",
    tags,
    response: EmergencyNumberList,
    handler: () => ({ numbers: [...emergencyNumbers()] }),
  });
}
