import {
  NewRoute,
  OutboundPolicy,
  OutboundPolicyReply,
  Route,
  RouteList,
  RouteSettings,
} from "@vera/contracts/trunks";
import Type from "typebox";
import { type Context, type Http, inScope, type TenantId } from "../../../platform/index.ts";
import { readTenant } from "../../../tenants/index.ts";
import { changeRoute, createRoute, removeRoute, setPolicy } from "./change-outbound.ts";
import { policyFor, type RouteRow, readRoutes } from "./store.ts";

const tags = ["trunks"];
const Id = Type.Object({ id: Type.String({ format: "uuid" }) });
const TenantParams = Type.Object({ tenantId: Type.String({ format: "uuid" }) });

export function outboundRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/outbound-routes",
    permission: "trunk.manage",
    summary: "Which numbers go out over which trunks, in order",
    tags,
    response: RouteList,
    handler: async (ctx) => ({ routes: (await readRoutes(ctx)).map(show) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/outbound-routes",
    permission: "trunk.manage",
    summary: "Add a route",
    tags,
    body: NewRoute,
    response: Route,
    status: 201,
    handler: async (ctx, { body }) => show(await createRoute(ctx, body)),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/outbound-routes/:id",
    permission: "trunk.manage",
    summary: "Change a route; calls from now on follow it",
    tags,
    params: Id,
    body: RouteSettings,
    response: Route,
    handler: async (ctx, { params, body }) =>
      show(await changeRoute(ctx, { routeId: params.id, settings: body })),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/outbound-routes/:id",
    permission: "trunk.manage",
    summary: "Remove a route",
    tags,
    params: Id,
    handler: async (ctx, { params }) => await removeRoute(ctx, params.id),
  });
  http.route({
    method: "GET",
    url: "/api/v1/tenants/:tenantId/outbound-policy",
    permission: "trunk.manage",
    summary: "What a tenant's agents may dial, and from where it is inherited",
    tags,
    params: TenantParams,
    response: OutboundPolicyReply,
    handler: async (ctx, { params }) => await showPolicy(ctx, params.tenantId as TenantId),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/tenants/:tenantId/outbound-policy",
    permission: "trunk.manage",
    summary: "Set what a tenant's agents may dial",
    tags,
    params: TenantParams,
    body: OutboundPolicy,
    response: OutboundPolicyReply,
    handler: async (ctx, { params, body }) => {
      const tenantId = params.tenantId as TenantId;
      await setPolicy(ctx, { tenantId, policy: body });
      return await showPolicy(ctx, tenantId);
    },
  });
}

function show(route: RouteRow): Route {
  return { ...route, changedAt: route.changedAt.toISOString() };
}

async function showPolicy(ctx: Context, tenantId: TenantId): Promise<OutboundPolicyReply> {
  inScope(ctx, tenantId);
  const { path } = await readTenant(ctx, tenantId);
  const found = await policyFor(ctx, path);
  if (!found) return { policy: null, inheritedFrom: null };
  const { tenantId: from, ...policy } = found;
  return { policy, inheritedFrom: from === tenantId ? null : from };
}
