import { Me, PasswordLinkCheck, PasswordLinkState, PasswordLinkUse, SignIn } from "@vera/contracts/identity";
import type { FastifyReply, FastifyRequest } from "fastify";
import { asSystem, type Http, type Platform } from "../../platform/index.ts";
import { requireOwnPage } from "../csrf.ts";
import { readMe } from "../me/read-me.ts";
import { checkPasswordLink, consumePasswordLink } from "../passwords/password-links.ts";
import { routeWithoutTransaction } from "../route-without-transaction.ts";
import type { BrowserTrace, SignedIn } from "../sessions/open-session.ts";
import { deviceToken, sessionToken, setCookies } from "../sessions/session-cookie.ts";
import { type SignInDeps, SignInLockedError, signIn } from "./sign-in.ts";

export function signInRoutes(http: Http, deps: SignInDeps): void {
  const { platform } = deps;
  routeWithoutTransaction(http, {
    method: "POST",
    url: "/api/v1/sign-in",
    permission: "public",
    summary: "Sign in with user name and password; the login travels in a cookie",
    body: SignIn,
    response: Me,
    handler: async ({ body, request, reply }) => {
      // Also without a login: another site must not sign a visitor in as somebody else.
      requireOwnPage(request);
      const attempt = { ...body, ...traceOf(request), deviceToken: deviceToken(request) };
      const signedIn = await signIn(deps, attempt).catch((error: unknown) => {
        if (error instanceof SignInLockedError) reply.header("retry-after", error.retryAfterSeconds);
        throw error;
      });
      return await welcome(platform, { signedIn, request, reply });
    },
  });
  routeWithoutTransaction(http, {
    method: "POST",
    url: "/api/v1/password-links/check",
    permission: "public",
    summary: "Whose one-time link is this, and does it still work",
    body: PasswordLinkCheck,
    response: PasswordLinkState,
    handler: async ({ body }) => await checkPasswordLink(platform, body.token),
  });
  routeWithoutTransaction(http, {
    method: "POST",
    url: "/api/v1/password-links/use",
    permission: "public",
    summary: "Choose a password with a one-time link, and be signed in",
    body: PasswordLinkUse,
    response: Me,
    handler: async ({ body, request, reply }) => {
      requireOwnPage(request);
      const signedIn = await consumePasswordLink(deps, { ...body, browser: traceOf(request) });
      return await welcome(platform, { signedIn, request, reply });
    },
  });
}

function traceOf(request: FastifyRequest): BrowserTrace {
  const userAgent = request.headers["user-agent"] ?? "";
  return { ip: request.ip, userAgent, previousToken: sessionToken(request) };
}

async function welcome(
  platform: Platform,
  { signedIn, request, reply }: { signedIn: SignedIn; request: FastifyRequest; reply: FastifyReply },
): Promise<Me> {
  setCookies(request, reply, { session: signedIn.token, device: signedIn.deviceToken });
  reply.header("cache-control", "no-store");
  return await asSystem(platform, "sign-in", (ctx) => readMe(ctx, signedIn));
}
