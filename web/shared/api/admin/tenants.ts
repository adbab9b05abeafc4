import type { NewTenant, Rename, TenantChange, TenantDetail, TenantList } from "@vera/contracts/tenants";
import { get, patch, post } from "../request.ts";

export async function listTenants(closed: boolean): Promise<TenantList> {
  return get("/tenants", { query: { closed } });
}

export async function openTenant(tenantId: string): Promise<TenantDetail> {
  return get(`/tenants/${tenantId}`);
}

export async function createTenant(tenant: NewTenant): Promise<TenantDetail> {
  return post("/tenants", tenant);
}

export async function changeTenant(tenantId: string, change: TenantChange): Promise<TenantDetail> {
  return patch(`/tenants/${tenantId}`, change);
}

export async function renameTenant(tenantId: string, rename: Rename): Promise<TenantDetail> {
  return post(`/tenants/${tenantId}/names`, rename);
}
