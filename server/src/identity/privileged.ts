import { type Actor, type Context, inTransaction, type Platform } from "../platform/index.ts";
import { takeRole } from "./store.ts";

/** A transaction over all tenants in the name of whoever acts: for what a person does with their own account. */
export async function privileged<T>(
  platform: Platform,
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return await inTransaction(platform, { actor, scope: "system" }, work);
}

/**
 * A few statements of a request's transaction with the system's rights, after the caller has checked that they may:
 * secrets, sessions and memberships of other tenants are beyond a request's role.
 */
export async function elevated<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.scope === "system") return await work(ctx);
  await takeRole(ctx, "vera_system");
  // After a failure the transaction is rolled back as a whole, and the role with it.
  const result = await work({ ...ctx, scope: "system" });
  await takeRole(ctx, "vera_app");
  return result;
}
