import type { MyTenant } from "@vera/contracts/identity";
import type { Permission } from "@vera/contracts/permissions";
import type { SelectOption } from "../../../../shared/ui/select.tsx";
import { useMe } from "../../session/me-context.ts";

/** Four no-break spaces a level: native lists draw no tree. */
const INDENT = "\u00a0\u00a0\u00a0\u00a0";

/** Organisms in reading order of the tree, indented by their depth among those given. */
export function tenantOptions(tenants: readonly MyTenant[]): SelectOption[] {
  const known = new Set(tenants.map(({ id }) => id));
  const parentOf = (tenant: MyTenant): string | null =>
    tenant.parentId !== null && known.has(tenant.parentId) ? tenant.parentId : null;
  const below = (parentId: string | null, depth: number): SelectOption[] =>
    tenants
      .filter((tenant) => parentOf(tenant) === parentId)
      .sort((a, b) => a.name.localeCompare(b.name, "es"))
      .flatMap((tenant) => [
        { value: tenant.id, label: `${INDENT.repeat(depth)}${tenant.name}` },
        ...below(tenant.id, depth + 1),
      ]);
  return below(null, 0);
}

/** Where I may do it, for the select of a form. */
export function useTenantOptions(permission: Permission): SelectOption[] {
  const { me, canIn } = useMe();
  return tenantOptions(me.tenants.filter((tenant) => canIn(permission, tenant.id)));
}
