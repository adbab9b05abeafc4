import { type Context, maybe, one, run, sql, type UserId } from "../../platform/index.ts";
import { type Bucket, FORGET_SECONDS, lockSeconds, RULES } from "./throttle.ts";

export interface SignInAccount {
  readonly userId: UserId;
  readonly name: string;
  readonly disabled: boolean;
  readonly passwordHash: string;
}

/** Undefined for a name that does not exist and for a person who has not chosen a password yet. */
export async function readSignInAccount(ctx: Context, username: string): Promise<SignInAccount | undefined> {
  return await maybe(
    ctx,
    sql<SignInAccount>`
      select a.id as "userId", a.name, a.disabled_at is not null as disabled, c.password_hash as "passwordHash"
      from identity.account a join identity.credential c on c.user_id = a.id
      where a.username = ${username}`,
  );
}

/** Still enabled and with the same password; until the transaction ends, whoever disables the person waits for it. */
export async function accountStands(
  ctx: Context,
  { userId, passwordHash }: Pick<SignInAccount, "userId" | "passwordHash">,
): Promise<boolean> {
  const row = await maybe(
    ctx,
    sql`
      select a.id from identity.account a join identity.credential c on c.user_id = a.id
      where a.id = ${userId} and a.disabled_at is null and c.password_hash = ${passwordHash}
      for share`,
  );
  return row !== undefined;
}

/** True where the person signed in with this browser before. */
export async function deviceIsKnown(
  ctx: Context,
  { username, deviceHash, maxAgeSeconds }: { username: string; deviceHash: Buffer; maxAgeSeconds: number },
): Promise<boolean> {
  const device = await maybe(
    ctx,
    sql`
      select d.user_id from identity.known_device d join identity.account a on a.id = d.user_id
      where d.token_hash = ${deviceHash} and a.username = ${username}
        and d.last_used_at > ${ctx.clock.now()}::timestamptz - make_interval(secs => ${maxAgeSeconds})`,
  );
  return device !== undefined;
}

/**
 * Counts an attempt as failed before it is tried, so that a thousand at once do not all see a clean record; success
 * takes it back. Seconds to wait instead, where the bucket is locked: then nothing is counted.
 */
export async function reserveAttempt(ctx: Context, { kind, key }: Bucket): Promise<number> {
  const now = ctx.clock.now();
  const bucket = await one<{ failures: number; lockedSeconds: number }>(
    ctx,
    sql`
      insert into identity.throttle as t (bucket, failures, last_failure_at)
      values (${key}, 1, ${now})
      on conflict (bucket) do update set
        failures = case
          when t.locked_until > ${now} then t.failures
          when t.last_failure_at < ${now}::timestamptz - make_interval(secs => ${FORGET_SECONDS}) then 1
          else t.failures + 1 end,
        last_failure_at = case when t.locked_until > ${now} then t.last_failure_at else ${now} end
      returning failures, greatest(0, ceil(extract(epoch from (t.locked_until - ${now}::timestamptz))))::int as "lockedSeconds"`,
  );
  if (bucket.lockedSeconds > 0) return bucket.lockedSeconds;
  const seconds = lockSeconds(RULES[kind], bucket.failures);
  await run(
    ctx,
    sql`
      update identity.throttle
      set locked_until = ${now}::timestamptz + make_interval(secs => ${seconds})
      where bucket = ${key} and ${seconds} > 0`,
  );
  return 0;
}

/** The right password: the account's and the browser's record is clean; the address only gets this attempt back. */
export async function takeBackAttempt(ctx: Context, buckets: readonly Bucket[]): Promise<void> {
  for (const { kind, key } of buckets) {
    await run(
      ctx,
      kind === "ip"
        ? sql`
            update identity.throttle
            set failures = greatest(0, failures - 1),
              locked_until = case when failures - 1 < ${RULES.ip.free} then null else locked_until end
            where bucket = ${key}`
        : sql`delete from identity.throttle where bucket = ${key}`,
    );
  }
}

export async function forgetOldFailures(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      delete from identity.throttle
      where last_failure_at < ${now}::timestamptz - make_interval(secs => ${FORGET_SECONDS})
        and coalesce(locked_until, ${now}) <= ${now}`,
  );
}

export async function rememberDevice(
  ctx: Context,
  { userId, deviceHash }: { userId: UserId; deviceHash: Buffer },
): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      insert into identity.known_device (token_hash, user_id, created_at, last_used_at)
      values (${deviceHash}, ${userId}, ${now}, ${now})
      on conflict (token_hash) do update set user_id = excluded.user_id, last_used_at = excluded.last_used_at`,
  );
}

export async function forgetDevices(ctx: Context, userId: UserId): Promise<void> {
  await run(ctx, sql`delete from identity.known_device where user_id = ${userId}`);
}

export async function noteSignIn(ctx: Context, userId: UserId): Promise<void> {
  await run(ctx, sql`update identity.account set last_sign_in_at = ${ctx.clock.now()} where id = ${userId}`);
}
