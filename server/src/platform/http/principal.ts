import type { Permission } from "@vera/contracts/permissions";
import type { FastifyRequest } from "fastify";
import type { Actor, TenantScope } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import type { RoutePermission } from "./http.ts";

/** Who sends a request, and what they may do where. */
export interface Principal {
  readonly actor: Actor;
  readonly userId: UserId | null;
  /** For each permission, the tenants where it holds. */
  readonly grants: ReadonlyMap<Permission, TenantScope>;
}

export const ANONYMOUS: Principal = { actor: { kind: "anonymous" }, userId: null, grants: new Map() };

/** Identity implements it: cookie or `Authorization: Bearer`. ANONYMOUS where there is neither; throws where they are wrong. */
export interface Authenticator {
  authenticate(request: FastifyRequest): Promise<Principal>;
}

declare module "fastify" {
  interface FastifyRequest {
    principal: Principal;
  }
}

/** The scope that the permission gives. "unauthenticated" without sign-in, "forbidden" without the right. */
export function authorise(principal: Principal, permission: RoutePermission): TenantScope {
  if (permission === "public") return allTenants(principal);
  if (principal.actor.kind === "anonymous") {
    throw new DomainError("unauthenticated", "Sign in first", { key: "signInFirst" });
  }
  if (permission === "signed-in") return allTenants(principal);
  const scope = principal.grants.get(permission);
  if (!scope || (scope !== "system" && scope.length === 0)) {
    throw new DomainError("forbidden", `This needs the permission ${permission}`, { key: "forbidden" });
  }
  return scope;
}

/** Every tenant where the principal may do anything. */
function allTenants(principal: Principal): TenantScope {
  const tenants = new Set<Exclude<TenantScope, "system">[number]>();
  for (const scope of principal.grants.values()) {
    if (scope === "system") return "system";
    for (const tenantId of scope) tenants.add(tenantId);
  }
  return [...tenants];
}
