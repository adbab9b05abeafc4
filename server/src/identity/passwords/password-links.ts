import type { PasswordLink, PasswordLinkState } from "@vera/contracts/identity";
import {
  asSystem,
  audit,
  type Context,
  DomainError,
  type Platform,
  type UserId,
} from "../../platform/index.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { type BrowserTrace, openSession, type SignedIn } from "../sessions/open-session.ts";
import type { SessionLimits } from "../sessions/store.ts";
import { forgetDevices } from "../sign-in/store.ts";
import { TOKEN_BYTES, tokenHash } from "../tokens.ts";
import type { HashLane } from "./hash-lane.ts";
import { hashPassword } from "./hash-password.ts";
import { checkNewPassword } from "./password-rules.ts";
import {
  clearThrottle,
  type LinkPurpose,
  markLinkUsed,
  type PasswordLinkRow,
  readPasswordLink,
  replacePasswordLink,
  savePassword,
} from "./store.ts";

const HOURS_VALID = { "first-admin": 24, invite: 72, reset: 2 } as const satisfies Record<
  LinkPurpose,
  number
>;
/** The page of the desk; the token travels in the fragment, which browsers send to no server and no log. */
const PAGE = "/set-password";

/** A link for one use; earlier unused ones of the same person stop working. System context. */
export async function createPasswordLink(
  ctx: Context,
  { userId, purpose }: { userId: UserId; purpose: LinkPurpose },
): Promise<PasswordLink> {
  const token = ctx.ids.randomToken(TOKEN_BYTES);
  const expiresAt = new Date(ctx.clock.now().getTime() + HOURS_VALID[purpose] * 3_600_000);
  await replacePasswordLink(ctx, {
    id: ctx.ids.uuid(),
    userId,
    tokenHash: tokenHash(token),
    purpose,
    expiresAt,
  });
  await audit(ctx, {
    action: "password-link.created",
    subject: { kind: "user", id: userId },
    detail: { purpose },
  });
  return { path: `${PAGE}#${token}`, token, expiresAt: expiresAt.toISOString() };
}

export async function checkPasswordLink(platform: Platform, token: string): Promise<PasswordLinkState> {
  const { username, name, purpose, expiresAt } = await requireLink(platform, token);
  return { username, name, purpose, expiresAt: expiresAt.toISOString() };
}

/**
 * Sets the password, ends every login of the person (whoever was inside with the old one is out) and opens the one
 * of the browser that used the link.
 */
export async function consumePasswordLink(
  { platform, lane, limits }: { platform: Platform; lane: HashLane; limits: SessionLimits },
  { token, password, browser }: { token: string; password: string; browser: BrowserTrace },
): Promise<SignedIn> {
  const link = await requireLink(platform, token);
  checkNewPassword(password, link);
  const passwordHash = await hashPassword(lane, password);
  const { userId, purpose } = link;
  return await asSystem(platform, "password-link", async (ctx) => {
    if (!(await markLinkUsed(ctx, link.id))) throw unknownLink();
    await savePassword(ctx, { userId, passwordHash });
    await endSessions(ctx, { userId }, "password-changed");
    await forgetDevices(ctx, userId);
    await clearThrottle(ctx, link.username);
    const subject = { kind: "user", id: userId };
    await audit(ctx, { action: "password.set-by-link", subject, detail: { purpose } });
    return await openSession(ctx, { userId, browser, limits });
  });
}

async function requireLink(platform: Platform, token: string): Promise<PasswordLinkRow> {
  const link = await asSystem(platform, "password-link", (ctx) => readPasswordLink(ctx, tokenHash(token)));
  if (!link) throw unknownLink();
  return link;
}

/** Used, expired, replaced and never given look the same. */
function unknownLink(): DomainError {
  return new DomainError("not-found", "This link does not work any more; ask for a new one", {
    key: "passwordLinkGone",
  });
}
