import type { Permission } from "@vera/contracts/permissions";
import { type Context, many, maybe, one, run, sql } from "../../platform/index.ts";

export interface RoleRow {
  readonly code: string;
  readonly name: string;
  readonly platformWide: boolean;
  readonly builtIn: boolean;
  readonly permissions: readonly Permission[];
}

const roles = sql`
  select r.code, r.name, r.platform_wide as "platformWide", r.built_in as "builtIn",
    coalesce((select json_agg(p.permission order by p.permission) from identity.role_permission p where p.role = r.code), '[]')
      as permissions
  from identity.role r`;

export async function readRoles(ctx: Context): Promise<RoleRow[]> {
  return await many(ctx, sql<RoleRow>`${roles} order by r.built_in desc, r.name`);
}

export async function readRole(ctx: Context, code: string): Promise<RoleRow> {
  return await one(ctx, sql<RoleRow>`${roles} where r.code = ${code}`, `There is no role "${code}"`);
}

/** The codes that were not known before. */
export async function insertKnownPermissions(
  ctx: Context,
  codes: readonly Permission[],
): Promise<Set<Permission>> {
  const rows = await many(
    ctx,
    sql<{ code: Permission }>`
      insert into identity.known_permission (code) select unnest(${[...codes]}::text[])
      on conflict do nothing returning code`,
  );
  return new Set(rows.map(({ code }) => code));
}

/** False where it is there already. */
export async function insertRole(ctx: Context, role: Omit<RoleRow, "permissions">): Promise<boolean> {
  const inserted = await run(
    ctx,
    sql`
      insert into identity.role (code, name, platform_wide, built_in)
      values (${role.code}, ${role.name}, ${role.platformWide}, ${role.builtIn}) on conflict do nothing`,
  );
  return inserted > 0;
}

export async function addPermissions(
  ctx: Context,
  { role, permissions }: { role: string; permissions: readonly Permission[] },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into identity.role_permission (role, permission) select ${role}, unnest(${[...permissions]}::text[])
      on conflict do nothing`,
  );
}

export async function replaceRole(
  ctx: Context,
  { code, name, permissions }: Pick<RoleRow, "code" | "name" | "permissions">,
): Promise<void> {
  await run(ctx, sql`update identity.role set name = ${name} where code = ${code}`);
  await run(ctx, sql`delete from identity.role_permission where role = ${code}`);
  await addPermissions(ctx, { role: code, permissions });
}

export async function roleIsHeld(ctx: Context, code: string): Promise<boolean> {
  return (
    (await maybe(ctx, sql`select id from identity.membership where role = ${code} limit 1`)) !== undefined
  );
}

export async function deleteRole(ctx: Context, code: string): Promise<void> {
  await run(ctx, sql`delete from identity.role where code = ${code}`);
}
