import type { Channel } from "@vera/contracts/conversations";
import type { Context, TenantId } from "../platform/index.ts";

export interface CatalogueQueue {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly channel: Channel;
  /** T and t₀ of the service level. */
  readonly answerWithinSeconds: number;
  readonly shortAbandonSeconds: number;
}

export interface CatalogueAgent {
  readonly id: string;
  readonly name: string;
  /** The organisms they work for, those below included where the membership says so. */
  readonly tenantIds: readonly TenantId[];
}

export interface CatalogueTrunk {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly name: string;
  /** Calls at once; null = not limited. */
  readonly capacity: number | null;
}

/** What figures are about, as far as the transaction may see. */
export interface Catalogue {
  queues(ctx: Context): Promise<readonly CatalogueQueue[]>;
  agents(ctx: Context): Promise<readonly CatalogueAgent[]>;
  trunks(ctx: Context): Promise<readonly CatalogueTrunk[]>;
  routeNames(ctx: Context): Promise<ReadonlyMap<string, string>>;
}
