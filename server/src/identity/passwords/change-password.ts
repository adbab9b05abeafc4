import type { ChangePassword } from "@vera/contracts/identity";
import { audit, DomainError, emit, type Platform, type UserId } from "../../platform/index.ts";
import { userChanged } from "../events.ts";
import { privileged } from "../privileged.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { SignInLockedError } from "../sign-in/sign-in.ts";
import { forgetDevices, rememberDevice, reserveAttempt, takeBackAttempt } from "../sign-in/store.ts";
import { tokenHash } from "../tokens.ts";
import type { HashLane } from "./hash-lane.ts";
import { hashPassword, verifyPassword } from "./hash-password.ts";
import { checkNewPassword } from "./password-rules.ts";
import { readOwner, readPasswordHash, revokePasswordLinks, savePassword } from "./store.ts";

export interface PasswordChanger {
  readonly userId: UserId;
  readonly name: string;
  readonly sessionId: string | null;
  readonly deviceToken: string | undefined;
}

/** Needs the current one, also from a signed-in browser, and counts wrong ones. All other logins end. */
export async function changePassword(
  platform: Platform,
  lane: HashLane,
  { changer, change }: { changer: PasswordChanger; change: ChangePassword },
): Promise<void> {
  const { userId, name, sessionId, deviceToken } = changer;
  const actor = { kind: "user", userId, name, sessionId } as const;
  const bucket = { kind: "device", key: `change|${userId}` } as const;
  const { owner, current } = await privileged(platform, actor, async (ctx) => {
    const seconds = await reserveAttempt(ctx, bucket);
    if (seconds > 0) throw new SignInLockedError(seconds);
    return { owner: await readOwner(ctx, userId), current: await readPasswordHash(ctx, userId) };
  });
  if (!owner || !current || !(await verifyPassword(lane, change.currentPassword, current))) {
    throw new DomainError("invalid", "The current password is wrong", { key: "currentPasswordWrong" });
  }
  checkNewPassword(change.newPassword, owner);
  if (await verifyPassword(lane, change.newPassword, current)) {
    throw new DomainError("invalid", "The new password is the current one; choose another", {
      key: "passwordSame",
    });
  }
  const passwordHash = await hashPassword(lane, change.newPassword);
  await privileged(platform, actor, async (ctx) => {
    await takeBackAttempt(ctx, [bucket]);
    await savePassword(ctx, { userId, passwordHash });
    await revokePasswordLinks(ctx, userId);
    await endSessions(ctx, { userId, except: sessionId }, "password-changed");
    await forgetDevices(ctx, userId);
    if (deviceToken) await rememberDevice(ctx, { userId, deviceHash: tokenHash(deviceToken) });
    await audit(ctx, { action: "password.changed", subject: { kind: "user", id: userId } });
    // What was closed to this login until now is open from its next request on.
    await emit(ctx, userChanged, { tenantId: null, key: userId, data: { userId, what: "changed" } });
  });
}
