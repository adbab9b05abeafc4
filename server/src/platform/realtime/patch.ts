import type { TenantId } from "../ids.ts";

export interface PatchOp {
  /** Keys from the root of the topic's state: ["offers", offerId, "state"]. */
  readonly path: readonly string[];
  /** The new value there; undefined removes it. */
  readonly value?: unknown;
  /** Only connections that see this tenant get the operation. */
  readonly tenantId?: TenantId | undefined;
}

/** Of several writes to one place within a tick only the last matters; a write above another replaces it. */
export function coalesce(ops: readonly PatchOp[]): PatchOp[] {
  const kept = new Map<string, PatchOp>();
  for (const op of ops) {
    const path = JSON.stringify(op.path);
    const below = `${path.slice(0, -1)},`;
    for (const other of kept.keys()) if (other.startsWith(below)) kept.delete(other);
    kept.delete(path);
    kept.set(path, op);
  }
  return [...kept.values()];
}
