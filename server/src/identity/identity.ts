import { randomBytes } from "node:crypto";
import { type Authenticator, asSystem, type Http, type Platform } from "../platform/index.ts";
import { apiKeyRoutes } from "./api-keys/routes.ts";
import { auditRoutes } from "./audit/routes.ts";
import { createAuthenticator } from "./authenticate.ts";
import { rightsChanged, sessionEnded, userDisabled } from "./events.ts";
import { meRoutes } from "./me/routes.ts";
import { HashLane } from "./passwords/hash-lane.ts";
import { hashPassword } from "./passwords/hash-password.ts";
import { PrincipalCache } from "./rights/principal-cache.ts";
import { roleRoutes } from "./roles/routes.ts";
import { seedRoles } from "./roles/seed-roles.ts";
import type { SessionLimits } from "./sessions/store.ts";
import { sweepSessions } from "./sessions/sweep-sessions.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { forgetOldFailures } from "./sign-in/store.ts";
import { userRoutes } from "./users/routes.ts";

/** A working day and a bit; half a day without a sign of life. */
const DEFAULT_LIMITS: SessionLimits = { idleSeconds: 4 * 3_600, absoluteSeconds: 13 * 3_600 };
const SWEEP_MS = 30_000;

export interface Identity {
  readonly authenticator: Authenticator;
  routes(http: Http): void;
  /** For whoever writes passwords without a person at the keyboard (the demo); the rules are theirs to keep. */
  hashPassword(password: string): Promise<string>;
  close(): void;
}

/** Seeds the roles, watches over logins and closes the live screens of those that end. */
export async function createIdentity(
  platform: Platform,
  { limits = DEFAULT_LIMITS }: { limits?: SessionLimits } = {},
): Promise<Identity> {
  await asSystem(platform, "roles", seedRoles);
  const lane = new HashLane();
  const cache = new PrincipalCache(platform);
  const decoyHash = await hashPassword(lane, randomBytes(24).toString("base64url"));
  const deps = { platform, lane, limits, decoyHash };
  const stopWatching = watchScreens(platform);
  const sweep = setInterval(() => void sweepAll(platform, limits), SWEEP_MS);
  sweep.unref();
  return {
    authenticator: createAuthenticator({ platform, cache, limits }),
    routes: (http) => {
      signInRoutes(http, deps);
      meRoutes(http, deps);
      userRoutes(http);
      roleRoutes(http);
      apiKeyRoutes(http);
      auditRoutes(http);
    },
    hashPassword: (password) => hashPassword(lane, password),
    close: () => {
      clearInterval(sweep);
      stopWatching();
      cache.close();
    },
  };
}

/** Whoever is signed out, disabled or given other rights loses their sockets; with a live login the page comes back by itself. */
function watchScreens(platform: Platform): () => void {
  const { events, realtime } = platform;
  const stops = [
    events.listen(sessionEnded, ({ data }) =>
      realtime.end(({ actor }) => actor.kind === "user" && actor.sessionId === data.sessionId),
    ),
    events.listen(userDisabled, ({ data }) => realtime.end(({ userId }) => userId === data.userId)),
    events.listen(rightsChanged, ({ data: { userId, apiKeyId } }) =>
      realtime.end(
        ({ actor }) =>
          (!userId && !apiKeyId) ||
          (actor.kind === "user" && actor.userId === userId) ||
          (actor.kind === "api-key" && actor.apiKeyId === apiKeyId),
      ),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function sweepAll(platform: Platform, limits: SessionLimits): Promise<void> {
  try {
    await sweepSessions(platform, limits);
    await asSystem(platform, "throttle-sweep", forgetOldFailures);
  } catch (error) {
    // The next round tries again; every request checks its login by itself meanwhile.
    platform.log.warn({ err: error }, "logins were not swept");
  }
}
