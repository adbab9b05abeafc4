import { type Actor, asSystem, type Context, inTransaction, type Platform } from "../platform/index.ts";
import { readTenants, readTenantsById, type TenantRow } from "../tenants/index.ts";
import { Open311Refusal } from "./refusal.ts";
import { readOfferingTenants } from "./store.ts";

/** The organism whose short address is the jurisdiction_id; left out, the only one that offers anything. */
export async function findJurisdiction(platform: Platform, wanted: string | undefined): Promise<TenantRow> {
  return await asSystem(platform, "open311", async (ctx) => {
    const offering = await readOfferingTenants(ctx);
    if (!wanted) {
      const [only] = offering.length === 1 ? await readTenantsById(ctx, offering) : [];
      if (only) return only;
      throw new Open311Refusal(400, "jurisdiction_id was not provided: this server has several");
    }
    const found = (await readTenants(ctx, { closed: false })).find(({ slug }) => slug === wanted);
    if (found && offering.includes(found.id)) return found;
    throw new Open311Refusal(404, `jurisdiction_id ${wanted.slice(0, 80)} was not found`);
  });
}

/** As nobody in particular, within one organism: row-level security keeps all others out. */
export async function asPublic<Result>(
  platform: Platform,
  tenant: TenantRow,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const actor: Actor = { kind: "anonymous" };
  return await inTransaction(platform, { actor, scope: [tenant.id] }, work);
}
