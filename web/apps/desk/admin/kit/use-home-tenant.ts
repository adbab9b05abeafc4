import type { Permission } from "@vera/contracts/permissions";
import { useMe } from "../../session/me-context.ts";

/** The organism that a new thing most likely belongs to: the highest one where I may. */
export function useHomeTenant(permission: Permission): string {
  const { me, canIn } = useMe();
  return me.tenants.find((tenant) => canIn(permission, tenant.id))?.id ?? "";
}
