import { audit, type Context, emit, type UserId } from "../../platform/index.ts";
import { sessionEnded } from "../events.ts";
import { type EndReason, markEnded } from "./store.ts";

export interface WhichSessions {
  readonly userId?: UserId;
  readonly sessionId?: string;
  readonly tokenHash?: Buffer;
  /** This one goes on. */
  readonly except?: string | null;
}

/** Ends logins, tells it (sockets close, the telephone is unregistered) and leaves the audit entry. System context. */
export async function endSessions(ctx: Context, which: WhichSessions, reason: EndReason): Promise<number> {
  if (!which.userId && !which.sessionId && !which.tokenHash)
    throw new Error("endSessions needs to know which");
  const ended = await markEnded(ctx, { ...which, reason });
  for (const { id, userId } of ended) {
    await audit(ctx, {
      action: "session.ended",
      subject: { kind: "user", id: userId },
      detail: { sessionId: id, reason },
    });
    await emit(ctx, sessionEnded, { tenantId: null, key: id, data: { sessionId: id, userId, reason } });
  }
  return ended.length;
}
