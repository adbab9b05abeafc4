import type { Me } from "@vera/contracts/identity";
import type { Permission } from "@vera/contracts/permissions";
import { createContext, useContext } from "react";

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** Who is signed in and what they may do; the server decides again on every request. */
export function useMe() {
  const me = useContext(MeContext);
  if (!me) throw new Error("MeProvider is missing above this component");
  return {
    me,
    can: (permission: Permission): boolean => {
      const where = me.permissions[permission];
      return where === "all" || (where !== undefined && where.length > 0);
    },
    /** May do it for this organism. */
    canIn: (permission: Permission, tenantId: string): boolean => {
      const where = me.permissions[permission];
      return where === "all" || where?.includes(tenantId) === true;
    },
    tenantName: (tenantId: string): string =>
      me.tenants.find((tenant) => tenant.id === tenantId)?.shortName ?? "",
  };
}
