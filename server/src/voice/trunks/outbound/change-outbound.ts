import type { NewRoute, OutboundPolicy, RouteSettings } from "@vera/contracts/trunks";
import { audit, type Context, DomainError, inScope, type TenantId } from "../../../platform/index.ts";
import {
  deleteRoute,
  prefixTaken,
  type RouteRow,
  readRoute,
  savePolicy,
  saveRoute,
  trunksOfTenant,
} from "./store.ts";

export async function createRoute(ctx: Context, { tenantId, ...settings }: NewRoute): Promise<RouteRow> {
  inScope(ctx, tenantId as TenantId);
  const route = {
    ...settings,
    id: ctx.ids.uuid(),
    tenantId: tenantId as TenantId,
    changedAt: ctx.clock.now(),
  };
  return await write(ctx, route, "route.created");
}

export async function changeRoute(
  ctx: Context,
  { routeId, settings }: { routeId: string; settings: RouteSettings },
): Promise<RouteRow> {
  const { tenantId } = await readRoute(ctx, routeId);
  return await write(
    ctx,
    { ...settings, id: routeId, tenantId, changedAt: ctx.clock.now() },
    "route.changed",
  );
}

export async function removeRoute(ctx: Context, routeId: string): Promise<void> {
  const { tenantId, prefix } = await readRoute(ctx, routeId);
  await deleteRoute(ctx, routeId);
  await audit(ctx, {
    action: "route.removed",
    tenantId,
    subject: { kind: "route", id: routeId },
    detail: { prefix },
  });
}

export async function setPolicy(
  ctx: Context,
  { tenantId, policy }: { tenantId: TenantId; policy: OutboundPolicy },
): Promise<void> {
  inScope(ctx, tenantId);
  await savePolicy(ctx, tenantId, policy);
  const subject = { kind: "outbound-policy", id: tenantId };
  await audit(ctx, { action: "outbound-policy.changed", tenantId, subject, detail: { ...policy } });
}

async function write(ctx: Context, route: RouteRow, action: string): Promise<RouteRow> {
  const { id, tenantId, prefix, trunkIds } = route;
  const known = await trunksOfTenant(ctx, { tenantId, trunkIds });
  if (known.length !== trunkIds.length) {
    throw new DomainError("not-found", "One of these trunks does not exist in this tenant", {
      key: "trunkNotFound",
    });
  }
  if (await prefixTaken(ctx, route)) {
    const message = `There is a route for "${prefix}" already; change that one`;
    throw new DomainError("conflict", message, { key: "routePrefixTaken" });
  }
  await saveRoute(ctx, route);
  await audit(ctx, { action, tenantId, subject: { kind: "route", id }, detail: { prefix, trunkIds } });
  return route;
}
