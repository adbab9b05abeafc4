import type { Context, TenantId } from "../../platform/index.ts";
import { readTenantsById } from "../../tenants/index.ts";
import type { Catalogue, CatalogueAgent, CatalogueQueue, CatalogueTrunk } from "../catalogue.ts";

/** Who and what there is, by id: the names on the board. Read again when one of them changes. */
export interface Roll {
  readonly queues: ReadonlyMap<string, CatalogueQueue>;
  readonly agents: ReadonlyMap<string, CatalogueAgent>;
  readonly trunks: ReadonlyMap<string, CatalogueTrunk>;
  readonly tenantNames: ReadonlyMap<string, string>;
}

export async function readRoll(ctx: Context, catalogue: Catalogue): Promise<Roll> {
  const queues = await catalogue.queues(ctx);
  const tenantIds = [...new Set(queues.map((queue) => queue.tenantId))] as TenantId[];
  const tenants = await readTenantsById(ctx, tenantIds);
  return {
    queues: byId(queues),
    agents: byId(await catalogue.agents(ctx)),
    trunks: byId(await catalogue.trunks(ctx)),
    tenantNames: new Map(tenants.map(({ id, name }) => [id, name])),
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
