import { PERMISSIONS } from "@vera/contracts/permissions";
import { createApiKey, createUser, savePassword } from "../identity/index.ts";
import type { Context, TenantId, UserId } from "../platform/index.ts";
import { PEOPLE } from "./data/people.ts";
import { required } from "./seed-organisms.ts";

/** The demo's people, by user name; all with the same known password. */
export async function seedPeople(
  ctx: Context,
  { tenants, passwordHash }: { tenants: ReadonlyMap<string, TenantId>; passwordHash: string },
): Promise<ReadonlyMap<string, UserId>> {
  const users = new Map<string, UserId>();
  for (const { username, name, role, organism } of PEOPLE) {
    const tenantId = organism === null ? null : required(tenants, organism);
    const { user } = await createUser(ctx, {
      username,
      name,
      memberships: [{ tenantId, role, includesDescendants: tenantId !== null }],
    });
    await savePassword(ctx, { userId: user.id, passwordHash });
    users.set(username, user.id);
  }
  return users;
}

/** A key for programs that try the demonstration: everything below the Province. */
export async function seedApiKey(ctx: Context, province: TenantId): Promise<string> {
  const { key } = await createApiKey(ctx, {
    fields: {
      tenantId: province,
      name: "Demostración",
      permissions: [...PERMISSIONS],
      includesDescendants: true,
    },
    principal: { userId: null, grants: new Map(PERMISSIONS.map((permission) => [permission, "system"])) },
  });
  return key;
}
