import type { Permission } from "@vera/contracts/permissions";
import type { TenantId, TenantScope } from "../../platform/index.ts";

/** What was given, where: a role's permissions on one tenant, on a branch, or (tenantId null) on the whole platform. */
export interface Grant {
  readonly tenantId: TenantId | null;
  readonly includesDescendants: boolean;
  readonly permissions: readonly Permission[];
}

export type Grants = ReadonlyMap<Permission, TenantScope>;

/** For each permission the tenants where it holds. `branches`: a tenant's id → itself and all below it. */
export function grantsOf(
  given: readonly Grant[],
  branches: ReadonlyMap<TenantId, readonly TenantId[]>,
): Grants {
  const grants = new Map<Permission, "system" | Set<TenantId>>();
  for (const grant of given) {
    const tenants = tenantsOf(grant, branches);
    for (const permission of grant.permissions) {
      const before = grants.get(permission);
      grants.set(permission, widened(before, tenants));
    }
  }
  return new Map(
    [...grants].map(([permission, scope]) => [permission, scope === "system" ? scope : [...scope]]),
  );
}

function tenantsOf(
  { tenantId, includesDescendants }: Grant,
  branches: ReadonlyMap<TenantId, readonly TenantId[]>,
): TenantScope {
  if (tenantId === null) return "system";
  return includesDescendants ? (branches.get(tenantId) ?? []) : [tenantId];
}

function widened(before: "system" | Set<TenantId> | undefined, more: TenantScope): "system" | Set<TenantId> {
  if (before === "system" || more === "system") return "system";
  return new Set([...(before ?? []), ...more]);
}
