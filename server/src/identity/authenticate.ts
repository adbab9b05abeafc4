import type { FastifyRequest } from "fastify";
import {
  ANONYMOUS,
  type Authenticator,
  asSystem,
  DomainError,
  type Platform,
  type Principal,
} from "../platform/index.ts";
import { parseApiKey } from "./api-keys/api-key-text.ts";
import { readUsableKey, touchKey } from "./api-keys/store.ts";
import { requireOwnPage } from "./csrf.ts";
import { requireChangeFirst } from "./passwords/require-change-first.ts";
import type { KnownPrincipal, PrincipalCache } from "./rights/principal-cache.ts";
import { resolveGrants } from "./rights/read-grants.ts";
import { sessionToken } from "./sessions/session-cookie.ts";
import { readGivenTo, readLiveSession, type SessionLimits, touchSession } from "./sessions/store.ts";
import { sameHash, tokenHash } from "./tokens.ts";

/** Writing down each request's time would cost more than it tells. */
const TOUCH_AFTER_MS = 60_000;

export interface AuthenticatorDeps {
  readonly platform: Platform;
  readonly cache: PrincipalCache;
  readonly limits: SessionLimits;
}

/** `Authorization: Bearer <API key>`, else the session cookie. A cookie that is over counts as none, so that one can sign in. */
export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  return {
    authenticate: async (request: FastifyRequest): Promise<Principal> => {
      const { authorization } = request.headers;
      if (authorization !== undefined) return await byApiKey(deps, authorization);
      const token = sessionToken(request);
      if (!token) return ANONYMOUS;
      const hash = tokenHash(token);
      const principal = await deps.cache.get(`session|${hash.toString("hex")}`, () => bySession(deps, hash));
      if (!principal) return ANONYMOUS;
      requireOwnPage(request);
      if (principal.mustChangePassword) requireChangeFirst(request);
      return principal;
    },
  };
}

async function bySession(
  { platform, limits }: AuthenticatorDeps,
  hash: Buffer,
): Promise<KnownPrincipal | undefined> {
  return await asSystem(platform, "authenticate", async (ctx) => {
    const session = await readLiveSession(ctx, hash, limits);
    if (!session) return undefined;
    const { id, userId, name, lastSeenAt, mustChangePassword } = session;
    if (ctx.clock.now().getTime() - lastSeenAt.getTime() > TOUCH_AFTER_MS) await touchSession(ctx, id);
    const grants = await resolveGrants(ctx, await readGivenTo(ctx, userId));
    return { actor: { kind: "user", userId, name, sessionId: id }, userId, grants, mustChangePassword };
  });
}

async function byApiKey({ platform, cache }: AuthenticatorDeps, authorization: string): Promise<Principal> {
  const key = parseApiKey(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
  const hash = key && tokenHash(key.secret);
  const principal =
    hash &&
    (await cache.get(`key|${key.prefix}|${hash.toString("hex")}`, () =>
      byKeyHash(platform, key.prefix, hash),
    ));
  if (principal) return principal;
  throw new DomainError("unauthenticated", "This API key does not exist, is revoked or has expired", {
    key: "apiKeyRefused",
  });
}

async function byKeyHash(platform: Platform, prefix: string, hash: Buffer): Promise<Principal | undefined> {
  return await asSystem(platform, "authenticate", async (ctx) => {
    const key = await readUsableKey(ctx, prefix);
    if (!key || !sameHash(key.secretHash, hash)) return undefined;
    await touchKey(ctx, key.id);
    const grants = await resolveGrants(ctx, [key]);
    return { actor: { kind: "api-key", apiKeyId: key.id, name: key.name }, userId: null, grants };
  });
}
