import type { Context, TenantId } from "../../platform/index.ts";
import { readDescendants } from "../../tenants/index.ts";
import { type Grant, type Grants, grantsOf } from "./grants.ts";

/** System context: memberships of all tenants and whole branches must be seen. */
export async function resolveGrants(ctx: Context, given: readonly Grant[]): Promise<Grants> {
  const roots = given.flatMap(({ tenantId, includesDescendants }) =>
    includesDescendants && tenantId ? [tenantId] : [],
  );
  const branches = new Map<TenantId, TenantId[]>();
  if (roots.length > 0) {
    for (const { ancestor, id } of await readDescendants(ctx, roots)) {
      branches.set(ancestor, [...(branches.get(ancestor) ?? []), id]);
    }
  }
  return grantsOf(given, branches);
}

/** True where every tenant of the branch lies in the scope. */
export async function coversBranch(
  ctx: Context,
  { tenantId, scope }: { tenantId: TenantId; scope: readonly TenantId[] },
): Promise<boolean> {
  const branch = await readDescendants(ctx, [tenantId]);
  return branch.every(({ id }) => scope.includes(id));
}
