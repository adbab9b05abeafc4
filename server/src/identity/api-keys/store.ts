import type { Permission } from "@vera/contracts/permissions";
import { type Context, many, maybe, one, run, sql, type TenantId } from "../../platform/index.ts";

export interface ApiKeyRow {
  readonly id: string;
  readonly tenantId: TenantId | null;
  readonly name: string;
  readonly prefix: string;
  readonly permissions: readonly Permission[];
  readonly includesDescendants: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const columns = sql`
  k.id, k.tenant_id as "tenantId", k.name, k.prefix, k.permissions, k.includes_descendants as "includesDescendants",
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt"`;

export async function readApiKeys(ctx: Context): Promise<ApiKeyRow[]> {
  return await many(
    ctx,
    sql<ApiKeyRow>`select ${columns} from identity.api_key k order by k.revoked_at nulls first, k.created_at desc`,
  );
}

export async function readApiKey(ctx: Context, id: string): Promise<ApiKeyRow> {
  return await one(
    ctx,
    sql<ApiKeyRow>`select ${columns} from identity.api_key k where k.id = ${id}`,
    `No API key ${id} here`,
  );
}

export async function readUsableKey(
  ctx: Context,
  prefix: string,
): Promise<(ApiKeyRow & { secretHash: Buffer }) | undefined> {
  return await maybe(
    ctx,
    sql<ApiKeyRow & { secretHash: Buffer }>`
      select ${columns}, k.secret_hash as "secretHash" from identity.api_key k
      where k.prefix = ${prefix} and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > ${ctx.clock.now()})`,
  );
}

export async function insertApiKey(
  ctx: Context,
  key: ApiKeyRow & { secretHash: Buffer; createdBy: string | null },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into identity.api_key (id, tenant_id, name, prefix, secret_hash, permissions, includes_descendants,
        created_by, created_at, expires_at)
      values (${key.id}, ${key.tenantId}, ${key.name}, ${key.prefix}, ${key.secretHash}, ${[...key.permissions]}::text[],
        ${key.includesDescendants}, ${key.createdBy}, ${key.createdAt}, ${key.expiresAt})`,
  );
}

/** At most once a minute: who asks often is written down seldom. */
export async function touchKey(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  await run(
    ctx,
    sql`
      update identity.api_key set last_used_at = ${now}
      where id = ${id} and coalesce(last_used_at < ${now}::timestamptz - interval '1 minute', true)`,
  );
}

export async function markRevoked(ctx: Context, id: string): Promise<void> {
  await run(
    ctx,
    sql`update identity.api_key set revoked_at = ${ctx.clock.now()} where id = ${id} and revoked_at is null`,
  );
}
