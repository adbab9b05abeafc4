import type { Permission } from "@vera/contracts/permissions";
import { type Context, many, maybe, run, sql, type TenantId, type UserId } from "../../platform/index.ts";
import type { Grant } from "../rights/grants.ts";

export type EndReason =
  | "signed-out"
  | "revoked"
  | "password-changed"
  | "user-disabled"
  | "replaced"
  | "expired";

export interface SessionRow {
  readonly id: string;
  readonly userId: UserId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly ip: string;
  readonly userAgent: string;
}

export interface SessionLimits {
  /** Seconds without a request and without an open screen after which a login is over. */
  readonly idleSeconds: number;
  /** Seconds after which it is over in any case. */
  readonly absoluteSeconds: number;
}

const columns = sql`
  s.id, s.user_id as "userId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
  s.expires_at as "expiresAt", s.ip, s.user_agent as "userAgent"`;

export async function insertSession(
  ctx: Context,
  session: SessionRow & { tokenHash: Buffer },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into identity.session (id, user_id, token_hash, created_at, last_seen_at, expires_at, ip, user_agent)
      values (${session.id}, ${session.userId}, ${session.tokenHash}, ${session.createdAt}, ${session.lastSeenAt},
        ${session.expiresAt}, ${session.ip}, ${session.userAgent})`,
  );
}

export interface LiveSession extends SessionRow {
  readonly name: string;
  /** The password in use was given by somebody else, or is to be replaced for another reason. */
  readonly mustChangePassword: boolean;
}

/** A live login of an enabled user. */
export async function readLiveSession(
  ctx: Context,
  tokenHash: Buffer,
  { idleSeconds }: SessionLimits,
): Promise<LiveSession | undefined> {
  const now = ctx.clock.now();
  return await maybe(
    ctx,
    sql<LiveSession>`
      select ${columns}, a.name, coalesce(c.must_change, false) as "mustChangePassword"
      from identity.session s join identity.account a on a.id = s.user_id
      left join identity.credential c on c.user_id = s.user_id
      where s.token_hash = ${tokenHash} and s.ended_at is null and a.disabled_at is null
        and s.expires_at > ${now} and s.last_seen_at > ${now}::timestamptz - make_interval(secs => ${idleSeconds})`,
  );
}

export async function readSessionsOf(ctx: Context, userId: UserId): Promise<SessionRow[]> {
  return await many(
    ctx,
    sql<SessionRow>`
      select ${columns} from identity.session s
      where s.user_id = ${userId} and s.ended_at is null and s.expires_at > ${ctx.clock.now()}
      order by s.last_seen_at desc`,
  );
}

/** Live logins that ran out: absolutely, or unused for the idle limit. */
export async function readExpired(
  ctx: Context,
  { idleSeconds }: SessionLimits,
): Promise<(SessionRow & { idleOnly: boolean })[]> {
  const now = ctx.clock.now();
  return await many(
    ctx,
    sql<SessionRow & { idleOnly: boolean }>`
      select ${columns}, s.expires_at > ${now} as "idleOnly" from identity.session s
      where s.ended_at is null
        and (s.expires_at <= ${now} or s.last_seen_at <= ${now}::timestamptz - make_interval(secs => ${idleSeconds}))`,
  );
}

export async function touchSession(ctx: Context, sessionId: string): Promise<void> {
  await run(ctx, sql`update identity.session set last_seen_at = ${ctx.clock.now()} where id = ${sessionId}`);
}

/** The ids that were live and are ended now. */
export async function markEnded(
  ctx: Context,
  {
    userId,
    sessionId,
    tokenHash,
    except,
    reason,
  }: { userId?: UserId; sessionId?: string; tokenHash?: Buffer; except?: string | null; reason: EndReason },
): Promise<{ id: string; userId: UserId }[]> {
  return await many(
    ctx,
    sql<{ id: string; userId: UserId }>`
      update identity.session set ended_at = ${ctx.clock.now()}, end_reason = ${reason}
      where ended_at is null
        and (${userId ?? null}::uuid is null or user_id = ${userId ?? null}::uuid)
        and (${sessionId ?? null}::uuid is null or id = ${sessionId ?? null}::uuid)
        and (${tokenHash ?? null}::bytea is null or token_hash = ${tokenHash ?? null}::bytea)
        and (${except ?? null}::uuid is null or id <> ${except ?? null}::uuid)
      returning id, user_id as "userId"`,
  );
}

/** What a user was given, role by role. */
export async function readGivenTo(ctx: Context, userId: UserId): Promise<Grant[]> {
  return await many(
    ctx,
    sql<{ tenantId: TenantId | null; includesDescendants: boolean; permissions: Permission[] }>`
      select m.tenant_id as "tenantId", m.includes_descendants as "includesDescendants",
        array_agg(p.permission) as permissions
      from identity.membership m join identity.role_permission p on p.role = m.role
      where m.user_id = ${userId}
      group by m.id`,
  );
}
