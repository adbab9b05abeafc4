import type { Me, MyTenant } from "@vera/contracts/identity";
import type { Actor, Context, Principal, TenantId, UserId } from "../../platform/index.ts";
import { readTenants, readTenantsById, type TenantRow } from "../../tenants/index.ts";
import type { Grants } from "../rights/grants.ts";
import { resolveGrants } from "../rights/read-grants.ts";
import { readGivenTo } from "../sessions/store.ts";
import { mustChangePassword, readUser } from "../users/store.ts";

/** Who am I, what may I do where. System context. */
export async function readMe(
  ctx: Context,
  { userId, sessionId }: { userId: UserId; sessionId: string | null },
): Promise<Me> {
  const { id, username, name, locale, memberships } = await readUser(ctx, userId);
  const grants = await resolveGrants(ctx, await readGivenTo(ctx, userId));
  return {
    user: { id, username, name, locale, mustChangePassword: await mustChangePassword(ctx, userId) },
    sessionId,
    roles: [...new Set(memberships.map(({ role }) => role))].sort(),
    memberships: [...memberships],
    permissions: Object.fromEntries(
      [...grants].map(([permission, scope]) => [permission, scope === "system" ? "all" : [...scope]]),
    ),
    tenants: (await tenantsOf(ctx, grants)).filter(({ closedAt }) => closedAt === null).map(myTenant),
  };
}

async function tenantsOf(ctx: Context, grants: Grants): Promise<TenantRow[]> {
  const ids = new Set<TenantId>();
  for (const scope of grants.values()) {
    if (scope === "system") return await readTenants(ctx, { closed: false });
    for (const tenantId of scope) ids.add(tenantId);
  }
  return await readTenantsById(ctx, [...ids]);
}

function myTenant({ id, parentId, kind, slug, name, shortName, ...row }: TenantRow): MyTenant {
  const branding = { displayName: row.brandName, colour: row.brandColour, logoFileId: row.brandLogoFileId };
  return { id, parentId, kind, slug, name, shortName, branding };
}

/** The person behind a principal; undefined for an API key. */
export function personOf({ actor }: Principal): Extract<Actor, { kind: "user" }> | undefined {
  return actor.kind === "user" ? actor : undefined;
}
