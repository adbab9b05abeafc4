import { EntryPoint, EntryPointChange, EntryPointList, NewEntryPoint } from "@vera/contracts/ivr";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { type Http, inScope, type TenantId } from "../../platform/index.ts";
import { addEntryPoint, changeEntryPoint, removeEntryPoint } from "./change-entry-points.ts";
import { readEntryPoints } from "./store.ts";

const tags = ["ivr"];
const OfEntryPoint = Type.Object({ entryPointId: Uuid });

export function entryPointRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/entry-points",
    permission: "flow.read",
    summary: "The numbers that citizens dial, and the flow of each",
    tags,
    query: Type.Object({ tenantId: Type.Optional(Uuid) }),
    response: EntryPointList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      return { entryPoints: await readEntryPoints(ctx, tenantId) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/entry-points",
    permission: "flow.publish",
    summary: "Leads a number to a flow",
    tags,
    body: NewEntryPoint,
    response: EntryPoint,
    status: 201,
    handler: (ctx, { body }) => addEntryPoint(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/entry-points/:entryPointId",
    permission: "flow.publish",
    summary: "Leads a number to another flow, or nowhere",
    tags,
    params: OfEntryPoint,
    body: EntryPointChange,
    response: EntryPoint,
    handler: (ctx, { params, body }) => changeEntryPoint(ctx, { id: params.entryPointId, change: body }),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/entry-points/:entryPointId",
    permission: "flow.publish",
    summary: "Takes a number away",
    tags,
    params: OfEntryPoint,
    handler: (ctx, { params }) => removeEntryPoint(ctx, params.entryPointId),
  });
}
