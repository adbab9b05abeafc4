import type { ViewReason } from "@vera/contracts/citizens";
import { type Context, DomainError, inScope, type TenantId } from "../platform/index.ts";

/**
 * The organism for which somebody acts on the provincial register: the one they name, or the only one they work for.
 * null: they serve several at once, and the act is the installation's.
 */
export function actingTenant(ctx: Context, tenantId: string | undefined): TenantId | null {
  if (tenantId !== undefined) {
    inScope(ctx, tenantId as TenantId);
    return tenantId as TenantId;
  }
  const [only, ...others] = ctx.scope === "system" ? [] : ctx.scope;
  return only !== undefined && others.length === 0 ? only : null;
}

/** What the audit row says about why a record was opened; refuses where nothing is said. */
export function statedReason({ interactionId, purpose }: ViewReason): Record<string, string> {
  const words = purpose?.trim();
  if (interactionId === undefined && !words) {
    throw new DomainError(
      "invalid",
      "Say why this record is opened: send the interactionId of the contact in hand, or a purpose in words",
      { key: "citizenReasonNeeded" },
    );
  }
  return { ...(interactionId && { interactionId }), ...(words && { purpose: words }) };
}
