import { useQueryClient } from "@tanstack/react-query";
import type { TenantDetail } from "@vera/contracts/tenants";
import { useChanged } from "../kit/use-changed.ts";

/** After a change of one organism: its drawer, the tree, and my own list of organisms. */
export function useTenantChanged(tenantId: string): (saved: TenantDetail) => Promise<void> {
  const queries = useQueryClient();
  const changed = useChanged("admin-tenants", "me");
  return async (saved) => {
    queries.setQueryData(["admin-tenant", tenantId], saved);
    await changed();
  };
}
