import type { NewMembership, PasswordLink, UserChange } from "@vera/contracts/identity";
import { audit, type Context, DomainError, emit, type TenantId, type UserId } from "../../platform/index.ts";
import { rightsChanged, userChanged, userDisabled } from "../events.ts";
import { createPasswordLink } from "../passwords/password-links.ts";
import { demandNewPassword, revokePasswordLinks } from "../passwords/store.ts";
import { elevated } from "../privileged.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { requireAnotherAdmin, requireAuthority, requireMayGive } from "./authority.ts";
import { deleteMembership, insertMembership, readUser, type UserRow, updateUser } from "./store.ts";

export async function changeUser(
  ctx: Context,
  { userId, change }: { userId: UserId; change: UserChange },
): Promise<UserRow> {
  const before = await requireAuthority(ctx, userId);
  const wasDisabled = before.disabledAt !== null;
  const disabled = change.disabled ?? wasDisabled;
  if (disabled && !wasDisabled) await requireMayDisable(ctx, userId);
  await updateUser(ctx, {
    id: userId,
    name: change.name ?? before.name,
    email: change.email === undefined ? before.email : change.email,
    locale: change.locale ?? before.locale,
    disabledAt: disabled ? (before.disabledAt ?? ctx.clock.now()) : null,
  });
  const what = disabled === wasDisabled ? "changed" : disabled ? "disabled" : "enabled";
  await audit(ctx, {
    action: `user.${what}`,
    tenantId: homeOf(before),
    subject: { kind: "user", id: userId },
  });
  await elevated(ctx, async (system) => {
    if (what === "disabled") await endEverything(system, userId);
    else await emit(system, userChanged, { tenantId: null, key: userId, data: { userId, what } });
  });
  return await readUser(ctx, userId);
}

/** A new link to choose a password. What the person has goes on until it is used. */
export async function resetPassword(ctx: Context, userId: UserId): Promise<PasswordLink> {
  const user = await requireAuthority(ctx, userId);
  if (user.disabledAt)
    throw new DomainError("conflict", `${user.name} is disabled; enable them first`, { key: "userDisabled" });
  return await elevated(ctx, (system) => createPasswordLink(system, { userId, purpose: "reset" }));
}

/** What they are in the middle of stops: from their next request on they can only choose another password. */
export async function requirePasswordChange(ctx: Context, userId: UserId): Promise<void> {
  const user = await requireAuthority(ctx, userId);
  await elevated(ctx, async (system) => {
    if (!(await demandNewPassword(system, userId))) {
      throw new DomainError("conflict", `${user.name} has no password yet; make them a link`, {
        key: "passwordNone",
      });
    }
    await emit(system, rightsChanged, { tenantId: null, key: userId, data: { userId, apiKeyId: null } });
  });
  await audit(ctx, {
    action: "password.change-required",
    tenantId: homeOf(user),
    subject: { kind: "user", id: userId },
  });
}

export async function signOutEverywhere(ctx: Context, userId: UserId): Promise<void> {
  await requireAuthority(ctx, userId);
  await elevated(ctx, (system) => endSessions(system, { userId }, "revoked"));
}

export async function giveMembership(
  ctx: Context,
  { userId, membership }: { userId: UserId; membership: NewMembership },
): Promise<UserRow> {
  const user = await readUser(ctx, userId);
  const tenantId = membership.tenantId as TenantId | null;
  const { role, includesDescendants = false } = membership;
  await requireMayGive(ctx, { tenantId, role, includesDescendants });
  if (!(await insertMembership(ctx, { id: ctx.ids.uuid(), userId, tenantId, role, includesDescendants }))) {
    throw new DomainError("conflict", `${user.name} holds this role there already`, {
      key: "membershipExists",
    });
  }
  await toldRights(ctx, {
    userId,
    tenantId,
    action: "membership.given",
    detail: { role, includesDescendants },
  });
  return await readUser(ctx, userId);
}

export async function takeMembership(
  ctx: Context,
  { userId, membershipId }: { userId: UserId; membershipId: string },
): Promise<UserRow> {
  const user = await readUser(ctx, userId);
  const membership = user.memberships.find(({ id }) => id === membershipId);
  if (!membership) throw new DomainError("not-found", `${user.name} has no such role here`);
  if (membership.role === "platform-admin") await requireAnotherAdmin(ctx, userId);
  if (user.memberships.length === 1 && ctx.scope !== "system") {
    throw new DomainError(
      "conflict",
      `It is the last role of ${user.name} here; disable the person instead`,
      { key: "lastMembership" },
    );
  }
  await deleteMembership(ctx, membershipId);
  const { tenantId, role } = membership;
  await toldRights(ctx, { userId, tenantId, action: "membership.taken", detail: { role } });
  return await readUser(ctx, userId);
}

async function requireMayDisable(ctx: Context, userId: UserId): Promise<void> {
  if (ctx.actor.kind === "user" && ctx.actor.userId === userId) {
    throw new DomainError("conflict", "Nobody disables themselves; ask another administrator", {
      key: "notYourself",
    });
  }
  const { memberships } = await readUser(ctx, userId);
  if (memberships.some(({ role }) => role === "platform-admin")) await requireAnotherAdmin(ctx, userId);
}

/** Logins first, so that what reacts to the user's end finds nobody inside. */
async function endEverything(ctx: Context, userId: UserId): Promise<void> {
  await endSessions(ctx, { userId }, "user-disabled");
  await revokePasswordLinks(ctx, userId);
  await emit(ctx, userDisabled, { tenantId: null, key: userId, data: { userId } });
}

async function toldRights(
  ctx: Context,
  {
    userId,
    tenantId,
    action,
    detail,
  }: { userId: UserId; tenantId: TenantId | null; action: string; detail: object },
): Promise<void> {
  await audit(ctx, { action, tenantId, subject: { kind: "user", id: userId }, detail: { ...detail } });
  await elevated(ctx, (system) =>
    emit(system, rightsChanged, { tenantId, key: userId, data: { userId, apiKeyId: null } }),
  );
}

function homeOf({ memberships }: UserRow): TenantId | null {
  return memberships[0]?.tenantId ?? null;
}
