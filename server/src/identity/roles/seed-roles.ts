import { PERMISSIONS } from "@vera/contracts/permissions";
import type { Context } from "../../platform/index.ts";
import { DEFAULT_ROLES } from "./default-roles.ts";
import { addPermissions, insertKnownPermissions, insertRole } from "./store.ts";

/**
 * At each start: roles that are missing, and to the built-in ones the permissions that this release brings.
 * A permission that people took from a role does not come back.
 */
export async function seedRoles(ctx: Context): Promise<void> {
  const fresh = await insertKnownPermissions(ctx, PERMISSIONS);
  for (const [code, { name, platformWide, permissions }] of Object.entries(DEFAULT_ROLES)) {
    const isNew = await insertRole(ctx, { code, name, platformWide, builtIn: true });
    const missing = isNew ? permissions : permissions.filter((permission) => fresh.has(permission));
    if (missing.length > 0) await addPermissions(ctx, { role: code, permissions: missing });
  }
}
