import {
  type Actor,
  asSystem,
  type Context,
  inTransaction,
  type Platform,
  type TenantId,
} from "../platform/index.ts";
import { readDescendants, readTenants, type TenantRow } from "../tenants/index.ts";

export interface PortalSite {
  readonly tenant: TenantRow;
  /** Whose public texts are shown: its own, those above it and those below it. */
  readonly tenants: readonly TenantId[];
}

export async function listSites(platform: Platform): Promise<TenantRow[]> {
  return await asSystem(platform, "portal", (ctx) => readTenants(ctx, { closed: false }));
}

/** The organism of that short address, where it is open. */
export async function findSite(platform: Platform, slug: string): Promise<PortalSite | undefined> {
  return await asSystem(platform, "portal", async (ctx) => {
    const tenant = (await readTenants(ctx, { closed: false })).find((known) => known.slug === slug);
    if (!tenant) return undefined;
    const below = (await readDescendants(ctx, [tenant.id])).map(({ id }) => id);
    return { tenant, tenants: [...new Set([...(tenant.path as TenantId[]), ...below])] };
  });
}

const NOBODY: Actor = { kind: "anonymous" };

/** As nobody, over the texts that this organism shows. */
export async function reading<Result>(
  platform: Platform,
  { tenants }: PortalSite,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  return await inTransaction(platform, { actor: NOBODY, scope: tenants }, work);
}

/** As nobody, within this organism alone. */
export async function sending<Result>(
  platform: Platform,
  { tenant }: PortalSite,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  return await inTransaction(platform, { actor: NOBODY, scope: [tenant.id] }, work);
}
