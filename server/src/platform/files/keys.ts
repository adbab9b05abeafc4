import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Context } from "../context.ts";
import { maybe, one, run, sql } from "../db/sql.ts";
import type { TenantId } from "../ids.ts";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Reads the installation's master key, or makes one that only its owner may read. Back it up apart from the data. */
export function loadMasterKey(path: string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: "wx" });
    chmodSync(path, 0o600);
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES)
    throw new Error(`Master key ${path} must have ${KEY_BYTES} bytes, it has ${key.length}`);
  return key;
}

/** The tenant's AES-256 key, made at its first use. */
export async function tenantKey(ctx: Context, masterKey: Buffer, tenantId: TenantId): Promise<Buffer> {
  const select = sql<{
    wrapped: Buffer;
  }>`select wrapped from platform.tenant_key where tenant_id = ${tenantId}`;
  const row = await maybe(ctx, select);
  if (row) return unwrap(masterKey, row.wrapped, tenantId);
  const wrapped = wrap(masterKey, randomBytes(KEY_BYTES), tenantId);
  await run(
    ctx,
    sql`
      insert into platform.tenant_key (tenant_id, wrapped, created_at)
      values (${tenantId}, ${wrapped}, ${ctx.clock.now()}) on conflict do nothing`,
  );
  return unwrap(masterKey, (await one(ctx, select)).wrapped, tenantId);
}

function wrap(masterKey: Buffer, key: Buffer, tenantId: TenantId): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", masterKey, nonce).setAAD(Buffer.from(tenantId));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(masterKey: Buffer, wrapped: Buffer, tenantId: TenantId): Buffer {
  const tagAt = wrapped.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", masterKey, wrapped.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(tenantId))
    .setAuthTag(wrapped.subarray(tagAt));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, tagAt)), decipher.final()]);
}
