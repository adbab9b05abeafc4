import { type Context, run, sql } from "../platform/index.ts";

/** From here on the transaction's statements have the system's rights, or again those of a request. */
export async function takeRole(ctx: Context, role: "vera_system" | "vera_app"): Promise<void> {
  await run(ctx, sql`select set_config('role', ${role}, true)`);
}
