import { type Context, DomainError, inScope, type TenantId, type UserId } from "../../platform/index.ts";
import { elevated } from "../privileged.ts";
import { coversBranch } from "../rights/read-grants.ts";
import { readRole } from "../roles/store.ts";
import { otherPlatformAdmins, readUser, type UserRow } from "./store.ts";

/**
 * The person, where the caller may manage them: everything they hold lies in the caller's scope. Who works elsewhere
 * too is managed from above, or resetting a password here would open the door there.
 */
export async function requireAuthority(ctx: Context, userId: UserId): Promise<UserRow> {
  const visible = await readUser(ctx, userId);
  if (ctx.scope === "system") return visible;
  const { scope } = ctx;
  const whole = await elevated(ctx, (system) => readUser(system, userId));
  if (whole.memberships.every(({ tenantId }) => tenantId !== null && scope.includes(tenantId)))
    return visible;
  throw new DomainError(
    "forbidden",
    `${visible.name} works for other organisms too and is managed from above`,
    {
      key: "managedFromAbove",
    },
  );
}

export interface WantedMembership {
  readonly tenantId: TenantId | null;
  readonly role: string;
  readonly includesDescendants: boolean;
}

/** Platform roles are given by the platform only; others only where the caller manages people, to the last branch. */
export async function requireMayGive(
  ctx: Context,
  { tenantId, role: code, includesDescendants }: WantedMembership,
): Promise<void> {
  const role = await readRole(ctx, code);
  if (role.platformWide !== (tenantId === null)) {
    throw new DomainError(
      "invalid",
      role.platformWide
        ? `${role.name} is held on the whole platform: leave out the tenant`
        : `Say in which tenant ${role.name} is held`,
      { key: "roleTenant" },
    );
  }
  if (ctx.scope === "system") return;
  const { scope } = ctx;
  if (tenantId === null) {
    throw new DomainError("forbidden", "Roles of the whole platform are given by its administrator", {
      key: "platformOnly",
    });
  }
  inScope(ctx, tenantId);
  if (includesDescendants && !(await elevated(ctx, (system) => coversBranch(system, { tenantId, scope })))) {
    throw new DomainError("forbidden", "You do not manage people in every organism below", {
      key: "branchNotYours",
    });
  }
}

/** Somebody must be left who can let people in. */
export async function requireAnotherAdmin(ctx: Context, userId: UserId): Promise<void> {
  if ((await elevated(ctx, (system) => otherPlatformAdmins(system, userId))) > 0) return;
  throw new DomainError(
    "conflict",
    "This is the last administrator of the platform; name another one first",
    {
      key: "lastAdmin",
    },
  );
}
