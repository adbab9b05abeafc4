import { asSystem, audit, type Context, DomainError, type Platform } from "../../platform/index.ts";
import type { HashLane } from "../passwords/hash-lane.ts";
import { hashPassword, needsRehash, verifyPassword } from "../passwords/hash-password.ts";
import { savePassword } from "../passwords/store.ts";
import { type BrowserTrace, openSession, type SignedIn } from "../sessions/open-session.ts";
import { DEVICE_SECONDS } from "../sessions/session-cookie.ts";
import type { SessionLimits } from "../sessions/store.ts";
import { tokenHash } from "../tokens.ts";
import {
  accountStands,
  deviceIsKnown,
  readSignInAccount,
  reserveAttempt,
  type SignInAccount,
  takeBackAttempt,
} from "./store.ts";
import { type Bucket, bucketsOf } from "./throttle.ts";

export interface SignInDeps {
  readonly platform: Platform;
  readonly lane: HashLane;
  readonly limits: SessionLimits;
  /** The hash of a password that nobody knows, verified for names that do not exist: same work, same time. */
  readonly decoyHash: string;
}

export interface SignInAttempt extends BrowserTrace {
  readonly username: string;
  readonly password: string;
  readonly deviceToken: string | undefined;
}

/** DomainError "too-many" that says for how long. */
export class SignInLockedError extends DomainError {
  readonly retryAfterSeconds: number;
  constructor(seconds: number) {
    super("too-many", `Too many failed sign-ins; wait ${seconds} seconds`, {
      key: "signInLocked",
      params: { seconds },
    });
    this.retryAfterSeconds = seconds;
  }
}

/**
 * One path for every attempt: count, verify some hash, answer. A name that does not exist, a wrong password and a
 * disabled account take the same steps and get the same words.
 */
export async function signIn(deps: SignInDeps, attempt: SignInAttempt): Promise<SignedIn> {
  const { platform, lane } = deps;
  const username = attempt.username.trim().toLowerCase();
  const { buckets, account } = await asSystem(platform, "sign-in", (ctx) =>
    begin(ctx, { ...attempt, username }),
  );
  const matches = await verifyPassword(lane, attempt.password, account?.passwordHash ?? deps.decoyHash);
  if (!account || !matches || account.disabled) {
    await asSystem(platform, "sign-in", (ctx) => refuse(ctx, { account, ip: attempt.ip }));
    throw refused();
  }
  const rehashed = needsRehash(account.passwordHash) ? await hashPassword(lane, attempt.password) : undefined;
  return await asSystem(platform, "sign-in", async (ctx) => {
    // Disabled, or given another password, while the hash was computed.
    if (!(await accountStands(ctx, account))) throw refused();
    if (rehashed) await savePassword(ctx, { userId: account.userId, passwordHash: rehashed });
    await takeBackAttempt(ctx, buckets);
    return await openSession(ctx, { userId: account.userId, browser: attempt, limits: deps.limits });
  });
}

interface Begun {
  readonly buckets: readonly Bucket[];
  readonly account: SignInAccount | undefined;
}

async function begin(ctx: Context, { username, ip, deviceToken }: SignInAttempt): Promise<Begun> {
  const deviceHash = deviceToken ? tokenHash(deviceToken) : undefined;
  const known =
    deviceHash && (await deviceIsKnown(ctx, { username, deviceHash, maxAgeSeconds: DEVICE_SECONDS }));
  const buckets = bucketsOf({ username, ip, deviceHash: known ? deviceHash.toString("hex") : undefined });
  const waits: number[] = [];
  for (const bucket of buckets) waits.push(await reserveAttempt(ctx, bucket));
  const seconds = Math.max(...waits);
  // Thrown: the transaction is rolled back, and with it what the other buckets counted for an attempt that never was.
  if (seconds > 0) throw new SignInLockedError(seconds);
  return { buckets, account: await readSignInAccount(ctx, username) };
}

/** Without the name that was typed: people type passwords into that field. */
async function refuse(
  ctx: Context,
  { account, ip }: { account: SignInAccount | undefined; ip: string },
): Promise<void> {
  const id = account?.userId ?? "unknown";
  await audit(ctx, { action: "sign-in.refused", subject: { kind: "user", id }, detail: { ip } });
}

function refused(): DomainError {
  return new DomainError("unauthenticated", "User name or password is wrong", { key: "signInRefused" });
}
