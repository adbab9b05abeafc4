import { readUsers, type UserRow } from "../identity/index.ts";
import type { Context, TenantId } from "../platform/index.ts";
import { readQueues } from "../routing/index.ts";
import { readDescendants } from "../tenants/index.ts";
import { readRoutes, readTrunks } from "../voice/index.ts";
import type { Catalogue, CatalogueAgent } from "./catalogue.ts";

/** A centre of more people than this would want its board in parts. */
const MOST_PEOPLE = 5_000;
/** Who has a seat on the board. */
const ATTENDING_ROLES: readonly string[] = ["agent", "trainee"];

/** The catalogue of a running Vera. */
export const moduleCatalogue: Catalogue = {
  queues: async (ctx) =>
    (await readQueues(ctx)).map((queue) => ({
      id: queue.id,
      tenantId: queue.tenantId,
      name: queue.name,
      // Queues take contacts of any channel; until chat comes, all of them are calls.
      channel: "voice" as const,
      answerWithinSeconds: queue.serviceLevelSeconds,
      shortAbandonSeconds: queue.shortAbandonSeconds,
    })),
  agents: readAgents,
  trunks: async (ctx) =>
    (await readTrunks(ctx)).map(({ id, tenantId, name, maxCalls }) => ({
      id,
      tenantId,
      name,
      capacity: maxCalls,
    })),
  routeNames: async (ctx) => new Map((await readRoutes(ctx)).map(({ id, name }) => [id, name])),
};

async function readAgents(ctx: Context): Promise<CatalogueAgent[]> {
  const users = await readUsers(ctx, { disabled: false, limit: MOST_PEOPLE });
  const branches = await branchesOf(ctx, users);
  return users
    .map((user) => ({ id: user.id, name: user.name, tenantIds: tenantsOf(user, branches) }))
    .filter((agent) => agent.tenantIds.length > 0);
}

type Branches = ReadonlyMap<TenantId, readonly TenantId[]>;

function tenantsOf({ memberships }: UserRow, branches: Branches): TenantId[] {
  const tenants = memberships
    .filter((membership) => ATTENDING_ROLES.includes(membership.role))
    .flatMap(({ tenantId, includesDescendants }) => {
      if (tenantId === null) return [];
      return includesDescendants ? (branches.get(tenantId) ?? [tenantId]) : [tenantId];
    });
  return [...new Set(tenants)].sort();
}

async function branchesOf(ctx: Context, users: readonly UserRow[]): Promise<Branches> {
  const roots = users
    .flatMap((user) => user.memberships)
    .filter((membership) => membership.includesDescendants)
    .map((membership) => membership.tenantId)
    .filter((tenantId) => tenantId !== null);
  const branches = new Map<TenantId, TenantId[]>();
  for (const { ancestor, id } of await readDescendants(ctx, [...new Set(roots)])) {
    branches.set(ancestor, [...(branches.get(ancestor) ?? []), id]);
  }
  return branches;
}
