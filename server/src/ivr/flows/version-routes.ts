import {
  FlowVersion,
  FlowVersionDetail,
  FlowVersionList,
  PublishFlow,
  RollbackFlow,
} from "@vera/contracts/ivr";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { FlowId, Http } from "../../platform/index.ts";
import { versionReply } from "./flow-reply.ts";
import { type Publishing, publishFlow, rollbackFlow } from "./publish-flow.ts";
import { sortedGraph } from "./sorted-graph.ts";
import { readVersion, readVersions } from "./store.ts";

const tags = ["ivr"];
const OfFlow = Type.Object({ flowId: Uuid });

export function versionRoutes(http: Http, publishing: Publishing): void {
  http.route({
    method: "GET",
    url: "/api/v1/flows/:flowId/versions",
    permission: "flow.read",
    summary: "What was published, newest first",
    tags,
    params: OfFlow,
    response: FlowVersionList,
    handler: async (ctx, { params }) => ({
      versions: (await readVersions(ctx, params.flowId as FlowId)).map(versionReply),
    }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/flows/:flowId/versions/:version",
    permission: "flow.read",
    summary: "One published version, its keys sorted so that two versions compare line by line",
    tags,
    params: Type.Object({ flowId: Uuid, version: Type.Integer({ minimum: 1 }) }),
    response: FlowVersionDetail,
    handler: async (ctx, { params }) => {
      const row = await readVersion(ctx, { flowId: params.flowId as FlowId, version: params.version });
      return { ...versionReply(row), graph: sortedGraph(row.graph) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/flows/:flowId/publish",
    permission: "flow.publish",
    summary: "The draft becomes what callers hear; refused while it has errors",
    tags,
    params: OfFlow,
    body: PublishFlow,
    response: FlowVersion,
    handler: async (ctx, { params, body }) => {
      const flowId = params.flowId as FlowId;
      return versionReply(await publishFlow(ctx, { flowId, note: body.note ?? null, publishing }));
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/flows/:flowId/rollback",
    permission: "flow.publish",
    summary: "Publishes an old version again, as a new one",
    tags,
    params: OfFlow,
    body: RollbackFlow,
    response: FlowVersion,
    handler: async (ctx, { params, body }) => {
      const flowId = params.flowId as FlowId;
      return versionReply(await rollbackFlow(ctx, { flowId, version: body.version, publishing }));
    },
  });
}
