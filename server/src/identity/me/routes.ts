import { ChangePassword, Me, MyPreferences, SessionList } from "@vera/contracts/identity";
import Type from "typebox";
import {
  type Context,
  DomainError,
  emit,
  type Http,
  type Platform,
  type Principal,
} from "../../platform/index.ts";
import { userChanged } from "../events.ts";
import { changePassword } from "../passwords/change-password.ts";
import type { HashLane } from "../passwords/hash-lane.ts";
import { privileged } from "../privileged.ts";
import { routeWithoutTransaction } from "../route-without-transaction.ts";
import { deviceWords } from "../sessions/device-words.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { clearSessionCookie, deviceToken } from "../sessions/session-cookie.ts";
import { readSessionsOf } from "../sessions/store.ts";
import { readUser, updateUser } from "../users/store.ts";
import { personOf, readMe } from "./read-me.ts";

export interface MeDeps {
  readonly platform: Platform;
  readonly lane: HashLane;
}

export function meRoutes(http: Http, deps: MeDeps): void {
  accountRoutes(http, deps);
  sessionRoutes(http, deps);
}

function accountRoutes(http: Http, { platform, lane }: MeDeps): void {
  routeWithoutTransaction(http, {
    method: "GET",
    url: "/api/v1/me",
    permission: "signed-in",
    summary: "Who am I, my roles, what I may do in which tenants",
    response: Me,
    handler: async ({ principal }) => {
      const me = requirePerson(principal);
      return await privileged(platform, me, (ctx) => readMe(ctx, me));
    },
  });
  routeWithoutTransaction(http, {
    method: "PATCH",
    url: "/api/v1/me",
    permission: "signed-in",
    summary: "Change my name or language",
    body: MyPreferences,
    response: Me,
    handler: async ({ principal, body }) => {
      const me = requirePerson(principal);
      return await privileged(platform, me, async (ctx) => {
        const before = await readUser(ctx, me.userId);
        await updateUser(ctx, {
          ...before,
          name: body.name ?? before.name,
          locale: body.locale ?? before.locale,
        });
        const data = { userId: me.userId, what: "changed" } as const;
        await emit(ctx, userChanged, { tenantId: null, key: me.userId, data });
        return await readMe(ctx, me);
      });
    },
  });
  routeWithoutTransaction(http, {
    method: "POST",
    url: "/api/v1/me/password",
    permission: "signed-in",
    summary: "Change my password; all my other logins end",
    body: ChangePassword,
    handler: async ({ principal, body, request }) => {
      const changer = { ...requirePerson(principal), deviceToken: deviceToken(request) };
      await changePassword(platform, lane, { changer, change: body });
      return undefined;
    },
  });
}

function sessionRoutes(http: Http, { platform }: MeDeps): void {
  routeWithoutTransaction(http, {
    method: "POST",
    url: "/api/v1/sign-out",
    permission: "signed-in",
    summary: "End this login",
    handler: async ({ principal, request, reply }) => {
      const me = requirePerson(principal);
      if (me.sessionId) await end(platform, principal, { sessionId: me.sessionId, reason: "signed-out" });
      clearSessionCookie(request, reply);
      return undefined;
    },
  });
  routeWithoutTransaction(http, {
    method: "GET",
    url: "/api/v1/sessions",
    permission: "signed-in",
    summary: "My logins",
    response: SessionList,
    handler: async ({ principal }) => {
      const me = requirePerson(principal);
      return await privileged(platform, me, (ctx) => listSessions(ctx, me));
    },
  });
  routeWithoutTransaction(http, {
    method: "DELETE",
    url: "/api/v1/sessions/:id",
    permission: "signed-in",
    summary: "End one of my logins, on whatever computer it is",
    params: Type.Object({ id: Type.String({ format: "uuid" }) }),
    handler: async ({ principal, params }) => {
      const ended = await end(platform, principal, { sessionId: params.id, reason: "revoked" });
      if (ended === 0)
        throw new DomainError("not-found", "No such login of yours", { key: "sessionNotFound" });
      return undefined;
    },
  });
  routeWithoutTransaction(http, {
    method: "DELETE",
    url: "/api/v1/sessions",
    permission: "signed-in",
    summary: "End all my logins but this one",
    handler: async ({ principal }) => {
      const { sessionId } = requirePerson(principal);
      await end(platform, principal, { except: sessionId, reason: "revoked" });
      return undefined;
    },
  });
}

/** Only one's own: the user is part of every condition. */
async function end(
  platform: Platform,
  principal: Principal,
  { reason, ...which }: { sessionId?: string; except?: string | null; reason: "signed-out" | "revoked" },
): Promise<number> {
  const me = requirePerson(principal);
  return await privileged(platform, me, (ctx) => endSessions(ctx, { ...which, userId: me.userId }, reason));
}

async function listSessions(ctx: Context, me: ReturnType<typeof requirePerson>): Promise<SessionList> {
  const sessions = await readSessionsOf(ctx, me.userId);
  return {
    sessions: sessions.map(({ id, createdAt, lastSeenAt, expiresAt, ip, userAgent }) => ({
      id,
      current: id === me.sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      ip,
      device: deviceWords(userAgent),
    })),
  };
}

function requirePerson(principal: Principal) {
  const person = personOf(principal);
  if (person) return person;
  throw new DomainError("forbidden", "This is for people who signed in, not for API keys", {
    key: "peopleOnly",
  });
}
