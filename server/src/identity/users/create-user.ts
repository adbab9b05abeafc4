import type { NewUser, PasswordLink } from "@vera/contracts/identity";
import { audit, type Context, DomainError, emit, type TenantId, type UserId } from "../../platform/index.ts";
import { userChanged } from "../events.ts";
import { createPasswordLink } from "../passwords/password-links.ts";
import { elevated } from "../privileged.ts";
import { requireMayGive, type WantedMembership } from "./authority.ts";
import { insertMembership, insertUser, readUser, type UserRow } from "./store.ts";

/** A person with their roles; they choose a password by the one-time link. */
export async function createUser(
  ctx: Context,
  fields: NewUser,
): Promise<{ user: UserRow; link: PasswordLink }> {
  const userId = ctx.ids.uuid<UserId>();
  const memberships = fields.memberships.map(wanted);
  for (const membership of memberships) await requireMayGive(ctx, membership);
  const { username, name, email = null, locale = "es-AR" } = fields;
  const account = { id: userId, username, name, email, locale };
  if (!(await elevated(ctx, (system) => insertUser(system, account)))) {
    throw new DomainError("conflict", `The user name "${username}" is taken; choose another`, {
      key: "usernameTaken",
      params: { username },
    });
  }
  for (const membership of memberships)
    await insertMembership(ctx, { ...membership, id: ctx.ids.uuid(), userId });
  const tenantId = memberships[0]?.tenantId ?? null;
  await audit(ctx, {
    action: "user.created",
    tenantId,
    subject: { kind: "user", id: userId },
    detail: { memberships },
  });
  const link = await elevated(ctx, async (system) => {
    await emit(system, userChanged, { tenantId, key: userId, data: { userId, what: "created" } });
    return await createPasswordLink(system, { userId, purpose: "invite" });
  });
  return { user: await readUser(ctx, userId), link };
}

function wanted({ tenantId, role, includesDescendants }: NewUser["memberships"][number]): WantedMembership {
  return { tenantId: tenantId as TenantId | null, role, includesDescendants: includesDescendants ?? false };
}
