import type { PasswordLink } from "@vera/contracts/identity";
import { asSystem, audit, type Context, type Platform, type UserId } from "../platform/index.ts";
import { createPasswordLink } from "./passwords/password-links.ts";
import { anyPasswordExists } from "./passwords/store.ts";
import { anyUserExists, insertMembership, insertUser, readUserByName } from "./users/store.ts";

const FIRST_ADMIN = "admin";

export interface FirstStart {
  readonly username: string;
  readonly link: PasswordLink;
}

/**
 * An installation in which nobody can sign in yet gets one administrator and a one-time link; started again before
 * the link is used, a new link. Undefined from then on.
 */
export async function firstStart(platform: Platform): Promise<FirstStart | undefined> {
  return await asSystem(platform, "first-start", async (ctx) => {
    if (await anyPasswordExists(ctx)) return undefined;
    const userId = await firstAdmin(ctx);
    if (!userId) return undefined;
    return { username: FIRST_ADMIN, link: await createPasswordLink(ctx, { userId, purpose: "first-admin" }) };
  });
}

async function firstAdmin(ctx: Context): Promise<UserId | undefined> {
  if (await anyUserExists(ctx)) return (await readUserByName(ctx, FIRST_ADMIN))?.id;
  const id = ctx.ids.uuid<UserId>();
  const name = "Administración de la plataforma";
  if (!(await insertUser(ctx, { id, username: FIRST_ADMIN, name, email: null, locale: "es-AR" })))
    return undefined;
  await insertMembership(ctx, {
    id: ctx.ids.uuid(),
    userId: id,
    tenantId: null,
    role: "platform-admin",
    includesDescendants: false,
  });
  await audit(ctx, { action: "user.created", subject: { kind: "user", id }, detail: { first: true } });
  return id;
}
