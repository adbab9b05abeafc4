/** An organism and all that depend on it, as far as they are in the list. */
export function tenantBranch(
  tenants: readonly { id: string; parentId: string | null }[],
  rootId: string,
): ReadonlySet<string> {
  const branch = new Set([rootId]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const { id, parentId } of tenants) {
      if (parentId === null || branch.has(id) || !branch.has(parentId)) continue;
      branch.add(id);
      grown = true;
    }
  }
  return branch;
}
