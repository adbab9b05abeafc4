import { asSystem, type Platform } from "../../platform/index.ts";
import { endSessions } from "./end-sessions.ts";
import { readExpired, type SessionLimits, touchSession } from "./store.ts";

/**
 * Ends logins that ran out, so that their sockets close too. Who is on a long call sends no request: an open screen
 * counts as use, but never beyond the absolute limit.
 */
export async function sweepSessions(platform: Platform, limits: SessionLimits): Promise<void> {
  await asSystem(platform, "session-sweep", async (ctx) => {
    for (const session of await readExpired(ctx, limits)) {
      if (session.idleOnly && platform.realtime.isPresent(session.userId))
        await touchSession(ctx, session.id);
      else await endSessions(ctx, { sessionId: session.id }, "expired");
    }
  });
}
