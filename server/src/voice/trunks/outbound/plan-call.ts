import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { phoneToDial, readPhone } from "../../../citizens/index.ts";
import { type Context, DomainError, type TenantId } from "../../../platform/index.ts";
import { readTenantsById } from "../../../tenants/index.ts";
import { findTrunk, type TrunkRow } from "../store.ts";
import { type PolicyRow, policyFor, routeFor } from "./store.ts";

export interface CallPlan {
  /** "+543424506600"; a service number as it is ("911"). */
  readonly e164: string;
  /** Shown to the other side, E.164; "" leaves it to the carrier. */
  readonly callerId: string;
  readonly routeId: string;
  /** In the order in which they are tried. */
  readonly trunks: readonly TrunkRow[];
  /** Whose cap on calls at a time counts. */
  readonly policyTenantId: TenantId;
  /** Null: no cap (emergency). */
  readonly maxCalls: number | null;
}

export interface CallWish {
  readonly tenantId: string;
  readonly number: string;
  readonly purpose: "agent" | "transfer" | "emergency";
  readonly showNumber: string | null;
}

/**
 * The toll-fraud wall. Nothing is dialled that the tenant's policy (its own, or the nearest above) does not allow by
 * prefix; a tenant without any policy dials nothing. Emergency services are reached whatever the policy says, and only
 * by their short numbers.
 */
export async function planCall(ctx: Context, wish: CallWish): Promise<CallPlan> {
  const [tenant] = await readTenantsById(ctx, [wish.tenantId as TenantId]);
  if (!tenant)
    throw new DomainError("not-found", `No tenant ${wish.tenantId} here`, { key: "tenantNotFound" });
  const e164 = dialable(wish.number);
  const policy = await policyFor(ctx, tenant.path);
  const digits = e164.replace("+", "");
  const emergency = wish.purpose === "emergency" && !e164.startsWith("+");
  if (!emergency) refuseUnlessAllowed(policy, digits);
  const route = await routeFor(ctx, { path: tenant.path, digits });
  if (!route) throw forbidden(`No route leads to ${digits.slice(0, 4)}…`, "outboundNoRoute");
  const trunks = await Promise.all(route.trunkIds.map((id) => findTrunk(ctx, id)));
  return {
    e164,
    callerId: wish.showNumber ?? policy?.callerId ?? "",
    routeId: route.id,
    trunks: trunks.filter((trunk) => trunk !== undefined).filter((trunk) => trunk.active),
    policyTenantId: policy?.tenantId ?? tenant.id,
    maxCalls: emergency ? null : (policy?.maxCalls ?? 0),
  };
}

/** As this trunk wants it. Short numbers of services have one form only. */
export function numberFor(trunk: Pick<TrunkRow, "numberFormat">, e164: string): string {
  if (!e164.startsWith("+")) return e164;
  switch (trunk.numberFormat) {
    case "plus":
      return e164;
    case "digits":
      return e164.slice(1);
    case "national":
      // With 0 and, for mobiles, the 15 after the area code.
      return e164.startsWith("+54")
        ? (parsePhoneNumberFromString(e164)?.formatNational() ?? e164).replace(/\D/g, "")
        : `00${e164.slice(1)}`;
  }
}

function dialable(number: string): string {
  const reading = readPhone(number);
  switch (reading.kind) {
    case "national":
      return phoneToDial(reading.national, reading.line);
    case "foreign":
      return reading.e164;
    case "short":
      if (/^\d{3,4}$/.test(reading.code)) return reading.code;
      break;
    case "without-area":
      throw new DomainError("invalid", "The area code is missing", { key: "numberWithoutArea" });
    case "none":
      break;
  }
  throw new DomainError("invalid", "This is not a telephone number", { key: "notANumber" });
}

/** A short number is allowed only when it is named whole; the others by how they begin. */
function refuseUnlessAllowed(policy: PolicyRow | undefined, digits: string): void {
  if (!policy)
    throw forbidden("This tenant may not place calls: it has no outbound policy", "outboundNoPolicy");
  const fits = (prefix: string): boolean =>
    digits.length <= 4 ? digits === prefix : digits.startsWith(prefix);
  if (!policy.allowedPrefixes.some(fits) || policy.blockedPrefixes.some(fits)) {
    throw forbidden("This tenant may not call this number", "outboundNotAllowed");
  }
}

function forbidden(message: string, key: string): DomainError {
  return new DomainError("forbidden", message, { key });
}
