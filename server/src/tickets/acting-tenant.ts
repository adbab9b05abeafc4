import type { Context, TenantId } from "../platform/index.ts";

/**
 * In whose name an act on a ticket is audited and announced: its owner's where the actor may, else that of the first party
 * the actor belongs to. A ticket may belong to an organism where its opener holds nothing.
 */
export function actingTenant(
  ctx: Pick<Context, "scope">,
  { tenantId, partyIds }: { readonly tenantId: TenantId; readonly partyIds: readonly TenantId[] },
): TenantId {
  const { scope } = ctx;
  if (scope === "system" || scope.includes(tenantId)) return tenantId;
  return partyIds.find((id) => scope.includes(id)) ?? tenantId;
}
