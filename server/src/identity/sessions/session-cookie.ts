import type { FastifyReply, FastifyRequest } from "fastify";
import { isSecure } from "../../platform/index.ts";

/**
 * With https the `__Host-` prefix makes the browser refuse the cookie from a subdomain, with another path, or without
 * Secure (RFC 6265bis 4.1.3.2). Browsers keep no Secure cookie from plain http, so there the name is another one.
 */
function cookieName(request: FastifyRequest, name: string): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

const SESSION = "vera-session";
const DEVICE = "vera-device";
/** A browser in which a person signed in counts as known for this long. */
export const DEVICE_SECONDS = 180 * 86_400;

export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request, SESSION)];
}

export function deviceToken(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request, DEVICE)];
}

export interface CookieTokens {
  readonly session: string;
  readonly device: string;
}

/** Lax, not Strict: a link in a mail opens the desk signed in; changes are held by csrf.ts. */
export function setCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  { session, device }: CookieTokens,
): void {
  const common = {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(request),
  } as const;
  reply.setCookie(cookieName(request, SESSION), session, common);
  reply.setCookie(cookieName(request, DEVICE), device, {
    ...common,
    sameSite: "strict",
    maxAge: DEVICE_SECONDS,
  });
}

/** The device stays known: signing out is not forgetting. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const common = {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(request),
  } as const;
  reply.clearCookie(cookieName(request, SESSION), common);
}
