import {
  type Context,
  many,
  maybe,
  one,
  run,
  type Sql,
  sql,
  type TenantId,
  type UserId,
  uuids,
} from "../../platform/index.ts";

export interface MembershipRow {
  readonly id: string;
  readonly tenantId: TenantId | null;
  readonly role: string;
  readonly includesDescendants: boolean;
}

export interface UserRow {
  readonly id: UserId;
  readonly username: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
  /** Those in the tenants of the transaction. */
  readonly memberships: readonly MembershipRow[];
}

const columns = sql`
  a.id, a.username, a.name, a.email, a.locale, a.disabled_at as "disabledAt", a.last_sign_in_at as "lastSignInAt",
  coalesce((
    select json_agg(json_build_object('id', m.id, 'tenantId', m.tenant_id, 'role', m.role,
      'includesDescendants', m.includes_descendants) order by m.id)
    from identity.membership m where m.user_id = a.id
  ), '[]') as memberships`;

export interface UserFilter {
  readonly text?: string;
  readonly tenantId?: TenantId;
  readonly role?: string;
  readonly disabled?: boolean;
  /** The last user of the page before: "name␟id". */
  readonly after?: { readonly name: string; readonly id: string };
  readonly limit: number;
}

/** By name, without accents; in a scope only those who work there. */
export async function readUsers(ctx: Context, filter: UserFilter): Promise<UserRow[]> {
  const { text, tenantId, role, disabled, after, limit } = filter;
  const pattern = `%${(text ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const has = (column: Sql<unknown>, value: string | undefined): Sql<unknown> =>
    value === undefined
      ? sql`true`
      : sql`exists (select from identity.membership m where m.user_id = a.id and ${column} = ${value})`;
  return await many(
    ctx,
    sql<UserRow>`
      select ${columns} from identity.account a
      where ${text ? sql`(platform.plain(a.name) like platform.plain(${pattern}) or a.username like lower(${pattern}))` : sql`true`}
        and ${has(sql`m.tenant_id`, tenantId)} and ${has(sql`m.role`, role)}
        and ${disabled === undefined ? sql`true` : sql`(a.disabled_at is not null) = ${disabled}`}
        and ${after ? sql`(platform.plain(a.name), a.id) > (platform.plain(${after.name}), ${after.id}::uuid)` : sql`true`}
      order by platform.plain(a.name), a.id
      limit ${limit}`,
  );
}

export async function readUser(ctx: Context, userId: UserId): Promise<UserRow> {
  return await one(
    ctx,
    sql<UserRow>`select ${columns} from identity.account a where a.id = ${userId}`,
    `No user ${userId} here`,
  );
}

export async function readUserByName(ctx: Context, username: string): Promise<UserRow | undefined> {
  return await maybe(
    ctx,
    sql<UserRow>`select ${columns} from identity.account a where a.username = ${username}`,
  );
}

export async function anyUserExists(ctx: Context): Promise<boolean> {
  return (await maybe(ctx, sql`select id from identity.account limit 1`)) !== undefined;
}

/** Names of people beside their acts, whichever tenant employs them; unknown ids are left out. */
export async function userNames(ctx: Context, ids: readonly UserId[]): Promise<Map<UserId, string>> {
  const rows = await many(
    ctx,
    sql<{ id: UserId; name: string }>`select id, name from identity.names_of(${uuids(ids)})`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** False where the user name is taken, also by somebody who cannot be seen. */
export async function insertUser(
  ctx: Context,
  user: Pick<UserRow, "id" | "username" | "name" | "email" | "locale">,
): Promise<boolean> {
  const inserted = await run(
    ctx,
    sql`
      insert into identity.account (id, username, name, email, locale, created_at)
      values (${user.id}, ${user.username}, ${user.name}, ${user.email}, ${user.locale}, ${ctx.clock.now()})
      on conflict (username) do nothing`,
  );
  return inserted > 0;
}

export async function updateUser(
  ctx: Context,
  user: Pick<UserRow, "id" | "name" | "email" | "locale" | "disabledAt">,
): Promise<void> {
  await run(
    ctx,
    sql`
      update identity.account
      set name = ${user.name}, email = ${user.email}, locale = ${user.locale}, disabled_at = ${user.disabledAt}
      where id = ${user.id}`,
  );
}

/** False where the same person holds the same role there already. */
export async function insertMembership(
  ctx: Context,
  membership: MembershipRow & { userId: UserId },
): Promise<boolean> {
  const inserted = await run(
    ctx,
    sql`
      insert into identity.membership (id, user_id, tenant_id, role, includes_descendants, created_at)
      values (${membership.id}, ${membership.userId}, ${membership.tenantId}, ${membership.role},
        ${membership.includesDescendants}, ${ctx.clock.now()})
      on conflict (user_id, tenant_id, role) do nothing`,
  );
  return inserted > 0;
}

export async function deleteMembership(ctx: Context, id: string): Promise<void> {
  await run(ctx, sql`delete from identity.membership where id = ${id}`);
}

/** Enabled people, besides this one, who administer the whole platform. */
export async function otherPlatformAdmins(ctx: Context, userId: UserId): Promise<number> {
  const { count } = await one<{ count: number }>(
    ctx,
    sql`
      select count(distinct m.user_id) as count
      from identity.membership m join identity.account a on a.id = m.user_id
      where m.role = 'platform-admin' and m.tenant_id is null and a.disabled_at is null and m.user_id <> ${userId}`,
  );
  return count;
}

export async function mustChangePassword(ctx: Context, userId: UserId): Promise<boolean> {
  const row = await maybe<{ must: boolean }>(
    ctx,
    sql`select must_change as must from identity.credential where user_id = ${userId}`,
  );
  return row?.must ?? false;
}
