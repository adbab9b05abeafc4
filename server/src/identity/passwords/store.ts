import { type Context, maybe, run, sql, type UserId } from "../../platform/index.ts";
import type { PasswordOwner } from "./password-rules.ts";

export type LinkPurpose = "first-admin" | "invite" | "reset";

export interface PasswordLinkRow extends PasswordOwner {
  readonly id: string;
  readonly userId: UserId;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

export async function readPasswordHash(ctx: Context, userId: UserId): Promise<string | undefined> {
  const row = await maybe<{ hash: string }>(
    ctx,
    sql`select password_hash as hash from identity.credential where user_id = ${userId}`,
  );
  return row?.hash;
}

export async function readOwner(ctx: Context, userId: UserId): Promise<PasswordOwner | undefined> {
  return await maybe(
    ctx,
    sql<PasswordOwner>`select username, name, email from identity.account where id = ${userId}`,
  );
}

export async function savePassword(
  ctx: Context,
  {
    userId,
    passwordHash,
    mustChange = false,
  }: { userId: UserId; passwordHash: string; mustChange?: boolean },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into identity.credential (user_id, password_hash, changed_at, must_change)
      values (${userId}, ${passwordHash}, ${ctx.clock.now()}, ${mustChange})
      on conflict (user_id) do update
      set password_hash = excluded.password_hash, changed_at = excluded.changed_at, must_change = excluded.must_change`,
  );
}

/** False for somebody who never chose one: their link asks for one anyway. */
export async function demandNewPassword(ctx: Context, userId: UserId): Promise<boolean> {
  return (
    (await run(ctx, sql`update identity.credential set must_change = true where user_id = ${userId}`)) > 0
  );
}

export async function anyPasswordExists(ctx: Context): Promise<boolean> {
  return (await maybe(ctx, sql`select user_id from identity.credential limit 1`)) !== undefined;
}

/** The newest link is the only one that works. */
export async function replacePasswordLink(
  ctx: Context,
  link: { id: string; userId: UserId; tokenHash: Buffer; purpose: LinkPurpose; expiresAt: Date },
): Promise<void> {
  await revokePasswordLinks(ctx, link.userId);
  await run(
    ctx,
    sql`
      insert into identity.password_link (id, user_id, token_hash, purpose, created_at, expires_at)
      values (${link.id}, ${link.userId}, ${link.tokenHash}, ${link.purpose}, ${ctx.clock.now()}, ${link.expiresAt})`,
  );
}

export async function revokePasswordLinks(ctx: Context, userId: UserId): Promise<void> {
  await run(ctx, sql`delete from identity.password_link where user_id = ${userId} and used_at is null`);
}

export async function readPasswordLink(
  ctx: Context,
  tokenHash: Buffer,
): Promise<PasswordLinkRow | undefined> {
  return await maybe(
    ctx,
    sql<PasswordLinkRow>`
      select l.id, l.user_id as "userId", l.purpose, l.expires_at as "expiresAt", a.username, a.name, a.email
      from identity.password_link l join identity.account a on a.id = l.user_id
      where l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${ctx.clock.now()}
        and a.disabled_at is null`,
  );
}

/** False where it was used, or the person disabled, meanwhile. */
export async function markLinkUsed(ctx: Context, id: string): Promise<boolean> {
  const used = await run(
    ctx,
    sql`
      update identity.password_link l set used_at = ${ctx.clock.now()}
      where l.id = ${id} and l.used_at is null
        and exists (select from identity.account a where a.id = l.user_id and a.disabled_at is null)`,
  );
  return used > 0;
}

/** The owner proved who they are: what strangers' guesses left behind no longer holds them up. */
export async function clearThrottle(ctx: Context, username: string): Promise<void> {
  await run(
    ctx,
    sql`delete from identity.throttle where bucket = ${`account|${username}`} or bucket like ${`pair|%|${username}`}`,
  );
}
