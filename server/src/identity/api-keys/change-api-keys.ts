import { randomInt } from "node:crypto";
import type { ApiKey, NewApiKey } from "@vera/contracts/identity";
import {
  audit,
  type Context,
  DomainError,
  emit,
  type Principal,
  type TenantId,
  type TenantScope,
} from "../../platform/index.ts";
import { rightsChanged } from "../events.ts";
import { elevated } from "../privileged.ts";
import { coversBranch } from "../rights/read-grants.ts";
import { isPermission } from "../roles/change-roles.ts";
import { TOKEN_BYTES, tokenHash } from "../tokens.ts";
import { formatApiKey } from "./api-key-text.ts";
import { type ApiKeyRow, insertApiKey, markRevoked, readApiKey } from "./store.ts";

const PREFIX_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Nobody gives a key what they do not have themselves, nor where they do not have it. */
export async function createApiKey(
  ctx: Context,
  { fields, principal }: { fields: NewApiKey; principal: Pick<Principal, "userId" | "grants"> },
): Promise<{ apiKey: ApiKeyRow; key: string }> {
  const tenantId = fields.tenantId as TenantId | null;
  const includesDescendants = fields.includesDescendants ?? false;
  const expiresAt = fields.expiresAt ? new Date(fields.expiresAt) : null;
  if (expiresAt && expiresAt <= ctx.clock.now()) {
    throw new DomainError("invalid", "The key would have expired already", { key: "expiryPast" });
  }
  await requireReach(ctx, { scope: ctx.scope, tenantId, includesDescendants, what: "api-key.manage" });
  for (const permission of new Set(fields.permissions)) {
    if (!isPermission(permission))
      throw new DomainError("invalid", `There is no permission "${permission}"`, {
        key: "unknownPermission",
      });
    const scope = principal.grants.get(permission) ?? [];
    await requireReach(ctx, { scope, tenantId, includesDescendants, what: permission });
  }
  const prefix = Array.from({ length: 10 }, () => PREFIX_SIGNS[randomInt(PREFIX_SIGNS.length)]).join("");
  const secret = ctx.ids.randomToken(TOKEN_BYTES);
  const permissions = [...new Set(fields.permissions.filter(isPermission))];
  const apiKey: ApiKeyRow = {
    ...{
      id: ctx.ids.uuid(),
      tenantId,
      name: fields.name,
      prefix,
      permissions,
      includesDescendants,
      expiresAt,
    },
    createdAt: ctx.clock.now(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertApiKey(ctx, { ...apiKey, secretHash: tokenHash(secret), createdBy: principal.userId });
  await audit(ctx, {
    action: "api-key.created",
    tenantId,
    subject: { kind: "api-key", id: apiKey.id },
    detail: { permissions },
  });
  return { apiKey, key: formatApiKey({ prefix, secret }) };
}

export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  const { tenantId } = await readApiKey(ctx, id);
  await markRevoked(ctx, id);
  await audit(ctx, { action: "api-key.revoked", tenantId, subject: { kind: "api-key", id } });
  await emit(ctx, rightsChanged, { tenantId, key: id, data: { userId: null, apiKeyId: id } });
}

interface Reach {
  readonly scope: TenantScope;
  readonly tenantId: TenantId | null;
  readonly includesDescendants: boolean;
  readonly what: string;
}

async function requireReach(
  ctx: Context,
  { scope, tenantId, includesDescendants, what }: Reach,
): Promise<void> {
  if (scope === "system") return;
  const reaches =
    tenantId !== null &&
    scope.includes(tenantId) &&
    (!includesDescendants || (await elevated(ctx, (system) => coversBranch(system, { tenantId, scope }))));
  if (reaches) return;
  if (what === "api-key.manage" && tenantId !== null && !scope.includes(tenantId)) {
    throw new DomainError("not-found", `No tenant ${tenantId} here`, { key: "tenantNotFound" });
  }
  throw new DomainError("forbidden", `You do not have ${what} there yourself`, {
    key: "notYours",
    params: { permission: what },
  });
}

/** The answer's form. */
export function apiKeyReply(row: ApiKeyRow): ApiKey {
  const { id, tenantId, name, prefix, includesDescendants } = row;
  return {
    ...{ id, tenantId, name, prefix, includesDescendants },
    permissions: [...row.permissions],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
