import type {
  NewRoute,
  NewTrunk,
  OutboundPolicy,
  OutboundPolicyReply,
  Route,
  RouteSettings,
  Trunk,
  TrunkSettings,
} from "@vera/contracts/trunks";
import { get, post, put, remove } from "../request.ts";

export async function listTrunks(): Promise<{ trunks: Trunk[] }> {
  return get("/trunks");
}

export async function createTrunk(trunk: NewTrunk): Promise<Trunk> {
  return post("/trunks", trunk);
}

export async function changeTrunk(trunkId: string, settings: TrunkSettings): Promise<Trunk> {
  return put(`/trunks/${trunkId}`, settings);
}

export async function removeTrunk(trunkId: string): Promise<void> {
  return remove(`/trunks/${trunkId}`);
}

export async function listRoutes(): Promise<{ routes: Route[] }> {
  return get("/outbound-routes");
}

export async function createRoute(route: NewRoute): Promise<Route> {
  return post("/outbound-routes", route);
}

export async function changeRoute(routeId: string, settings: RouteSettings): Promise<Route> {
  return put(`/outbound-routes/${routeId}`, settings);
}

export async function removeRoute(routeId: string): Promise<void> {
  return remove(`/outbound-routes/${routeId}`);
}

export async function openPolicy(tenantId: string): Promise<OutboundPolicyReply> {
  return get(`/tenants/${tenantId}/outbound-policy`);
}

export async function setPolicy(tenantId: string, policy: OutboundPolicy): Promise<OutboundPolicyReply> {
  return put(`/tenants/${tenantId}/outbound-policy`, policy);
}
