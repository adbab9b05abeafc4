import { audit, type Context, type UserId } from "../../platform/index.ts";
import { noteSignIn, rememberDevice } from "../sign-in/store.ts";
import { TOKEN_BYTES, tokenHash } from "../tokens.ts";
import { endSessions } from "./end-sessions.ts";
import { insertSession, type SessionLimits } from "./store.ts";

/** From where somebody signs in. */
export interface BrowserTrace {
  readonly ip: string;
  readonly userAgent: string;
  /** The login that this browser had until now; it ends. */
  readonly previousToken: string | undefined;
}

export interface SignedIn {
  readonly userId: UserId;
  readonly sessionId: string;
  readonly token: string;
  readonly deviceToken: string;
}

/** A new login with new tokens, for whoever has just proved who they are. System context. */
export async function openSession(
  ctx: Context,
  { userId, browser, limits }: { userId: UserId; browser: BrowserTrace; limits: SessionLimits },
): Promise<SignedIn> {
  const { ip, userAgent, previousToken } = browser;
  if (previousToken) await endSessions(ctx, { tokenHash: tokenHash(previousToken) }, "replaced");
  const sessionId = ctx.ids.uuid();
  const token = ctx.ids.randomToken(TOKEN_BYTES);
  const deviceToken = ctx.ids.randomToken(TOKEN_BYTES);
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + limits.absoluteSeconds * 1_000);
  const times = { createdAt, lastSeenAt: createdAt, expiresAt };
  await insertSession(ctx, {
    ...{ id: sessionId, userId, tokenHash: tokenHash(token), ...times, ip },
    userAgent: userAgent.slice(0, 300),
  });
  await rememberDevice(ctx, { userId, deviceHash: tokenHash(deviceToken) });
  await noteSignIn(ctx, userId);
  await audit(ctx, {
    action: "sign-in.accepted",
    subject: { kind: "user", id: userId },
    detail: { ip, sessionId },
  });
  return { userId, sessionId, token, deviceToken };
}
