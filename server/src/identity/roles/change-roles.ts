import type { NewRole, RoleChange } from "@vera/contracts/identity";
import { PERMISSIONS, type Permission } from "@vera/contracts/permissions";
import { audit, type Context, DomainError, emit } from "../../platform/index.ts";
import { rightsChanged } from "../events.ts";
import { PLATFORM_PERMISSIONS } from "./default-roles.ts";
import {
  addPermissions,
  deleteRole,
  insertRole,
  type RoleRow,
  readRole,
  replaceRole,
  roleIsHeld,
} from "./store.ts";

/** Without these nobody could give rights any more. */
const KEPT_BY_PLATFORM_ADMIN: readonly Permission[] = ["role.manage", "user.manage", "user.read"];

export async function createRole(ctx: Context, fields: NewRole): Promise<RoleRow> {
  requirePlatform(ctx);
  const platformWide = fields.platformWide ?? false;
  const permissions = parsePermissions(fields.permissions, { platformWide });
  const { code, name } = fields;
  if (!(await insertRole(ctx, { code, name, platformWide, builtIn: false }))) {
    throw new DomainError("conflict", `There is a role "${code}" already`, { key: "roleExists" });
  }
  await addPermissions(ctx, { role: code, permissions });
  await told(ctx, { code, action: "role.created", permissions });
  return await readRole(ctx, code);
}

export async function changeRole(
  ctx: Context,
  { code, change }: { code: string; change: RoleChange },
): Promise<RoleRow> {
  requirePlatform(ctx);
  const before = await readRole(ctx, code);
  const permissions = change.permissions ? parsePermissions(change.permissions, before) : before.permissions;
  const lost = KEPT_BY_PLATFORM_ADMIN.find((permission) => !permissions.includes(permission));
  if (code === "platform-admin" && lost) {
    throw new DomainError(
      "conflict",
      `The platform's administrator keeps ${lost}, or nobody could give it back`,
      {
        key: "adminKeepsRights",
      },
    );
  }
  await replaceRole(ctx, { code, name: change.name ?? before.name, permissions });
  await told(ctx, { code, action: "role.changed", permissions });
  return await readRole(ctx, code);
}

export async function removeRole(ctx: Context, code: string): Promise<void> {
  requirePlatform(ctx);
  const role = await readRole(ctx, code);
  if (role.builtIn)
    throw new DomainError("conflict", `${role.name} ships with Vera and stays`, { key: "roleBuiltIn" });
  if (await roleIsHeld(ctx, code)) {
    throw new DomainError("conflict", `People still hold ${role.name}; give them another role first`, {
      key: "roleHeld",
    });
  }
  await deleteRole(ctx, code);
  await told(ctx, { code, action: "role.removed", permissions: [] });
}

function parsePermissions(
  codes: readonly string[],
  { platformWide }: { platformWide: boolean },
): Permission[] {
  const unknown = codes.find((code) => !isPermission(code));
  if (unknown) {
    throw new DomainError("invalid", `There is no permission "${unknown}"`, {
      key: "unknownPermission",
      params: { permission: unknown },
    });
  }
  const permissions = [...new Set(codes.filter(isPermission))];
  const reserved = permissions.find((permission) => PLATFORM_PERMISSIONS.includes(permission));
  if (reserved && !platformWide) {
    throw new DomainError("invalid", `${reserved} is for roles of the whole platform only`, {
      key: "platformPermission",
    });
  }
  return permissions;
}

export function isPermission(code: string): code is Permission {
  return (PERMISSIONS as readonly string[]).includes(code);
}

function requirePlatform(ctx: Context): void {
  if (ctx.scope !== "system") {
    throw new DomainError("forbidden", "Roles are kept by the platform's administrator", {
      key: "platformOnly",
    });
  }
}

async function told(
  ctx: Context,
  { code, action, permissions }: { code: string; action: string; permissions: readonly Permission[] },
): Promise<void> {
  await audit(ctx, { action, subject: { kind: "role", id: code }, detail: { permissions } });
  await emit(ctx, rightsChanged, { tenantId: null, key: code, data: { userId: null, apiKeyId: null } });
}
