import { NewTenant, Rename, TenantChange, TenantDetail, TenantList } from "@vera/contracts/tenants";
import Type from "typebox";
import type { Context, Http, TenantId } from "../../platform/index.ts";
import { changeTenant, renameTenant } from "./change-tenant.ts";
import { createTenant } from "./create-tenant.ts";
import { readNames, readTenant, readTenants, type TenantRow, tenantReply } from "./store.ts";

const tags = ["tenants"];
const Id = Type.Object({ id: Type.String({ format: "uuid" }) });

export function tenantRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/tenants",
    permission: "tenant.read",
    summary: "The tree of tenants, parents before children",
    tags,
    query: Type.Object({ closed: Type.Optional(Type.Boolean()) }),
    response: TenantList,
    handler: async (ctx, { query }) => ({
      tenants: (await readTenants(ctx, { closed: query.closed ?? false })).map(tenantReply),
    }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/tenants/:id",
    permission: "tenant.read",
    summary: "One tenant with all its names",
    tags,
    params: Id,
    response: TenantDetail,
    handler: async (ctx, { params }) => await detail(ctx, await readTenant(ctx, params.id as TenantId)),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tenants",
    permission: "tenant.manage",
    summary: "Add a tenant under another",
    tags,
    body: NewTenant,
    response: TenantDetail,
    status: 201,
    handler: async (ctx, { body }) => await detail(ctx, await createTenant(ctx, body)),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/tenants/:id",
    permission: "tenant.manage",
    summary: "Change kind, address, zone, place, branding; move, close, reopen",
    tags,
    params: Id,
    body: TenantChange,
    response: TenantDetail,
    handler: async (ctx, { params, body }) =>
      await detail(ctx, await changeTenant(ctx, { tenantId: params.id as TenantId, change: body })),
  });
  http.route({
    method: "POST",
    url: "/api/v1/tenants/:id/names",
    permission: "tenant.manage",
    summary: "A new name from a day on; earlier names are kept",
    tags,
    params: Id,
    body: Rename,
    response: TenantDetail,
    handler: async (ctx, { params, body }) =>
      await detail(ctx, await renameTenant(ctx, { tenantId: params.id as TenantId, rename: body })),
  });
}

async function detail(ctx: Context, row: TenantRow): Promise<TenantDetail> {
  return { ...tenantReply(row), names: await readNames(ctx, row.id) };
}
